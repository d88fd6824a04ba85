/** What each code means and what to do about it; docs/errors.md is rendered from this table. */
const codes = {
	"input/usage": {
		means: "The command line is not one that Sluice understands.",
		fix: "Run the command with --help; it lists every option with an example."
	},
	"input/file-unreadable": {
		means: "A file named on the command line cannot be read.",
		fix: "Check the path and its permissions."
	},
	"input/policy": {
		means: "The policy or another control file is not valid, so nothing can be decided by it.",
		fix: "Correct the line that the message names; schemas/policy.json describes every key."
	},
	"input/pull-request": {
		means: "The recorded pull request does not have the expected shape.",
		fix: "Compare it with fixtures/*/pull-request.json."
	},
	"input/target": {
		means: "The target is unknown or its URL is not available.",
		fix: "Name a target of the policy and set the environment variable that the policy names."
	},
	"input/governed-file": {
		means: "A governed path does not hold plain SQL text in git.",
		fix: "Commit the SQL itself: no symbolic link, submodule, LFS pointer or filter."
	},
	"input/layout": {
		means: "The migrations are not laid out as the policy says.",
		fix: "Correct the layout in the policy or the names of the files."
	},
	"input/event": {
		means: "The event that started the workflow is not one that Sluice can work on.",
		fix: "Compare the workflow with those in examples/; they name every event and what it is for."
	},
	"input/evidence": {
		means: "The evidence of the rehearsal is not readable, or not what its digest says.",
		fix: "Run the workflow again; both jobs have to belong to the same run."
	},
	"input/facts": {
		means: "The facts of a target are not readable, or are those of another database.",
		fix: "Make the file again with sluice facts, and give one file for each database."
	},
	"input/snapshot": {
		means: "Masked rows are not there, not whole, too old, of another database, or not masked.",
		fix: "Take them again with sluice snapshot or sluice-snapshot.yml."
	},
	"host/unreachable": {
		means: "GitHub did not answer.",
		fix: "Run the workflow again; until then nothing is allowed."
	},
	"host/rate-limit": {
		means: "GitHub asked to be left alone for longer than a run can wait.",
		fix: "Wait until the hour is over and run the workflow again."
	},
	"host/forbidden": {
		means: "The token may not do what was asked of it.",
		fix: "Give the job the permissions that docs/platform.md lists."
	},
	"host/not-found": {
		means: "GitHub does not know it, or hides it from this token.",
		fix: "Check that it still exists and that the token may read it."
	},
	"host/refused": {
		means: "GitHub refused a request of Sluice.",
		fix: "Read what it refused in the message; report it when nothing there explains it."
	},
	"host/answer": {
		means: "GitHub answered in a form that its own description does not have.",
		fix: "Run the workflow again, and report it when it stays."
	},
	"host/unsettled": {
		means: "The pull request kept changing while it was judged.",
		fix: "Run the workflow again when nobody pushes or reviews."
	},
	"host/git": {
		means: "Git could not answer.",
		fix: "Check that the directory is a repository that holds the named commits."
	},
	"host/output": {
		means: "What the command had to say could not be written.",
		fix: "Make room, or write to another place, and run the command again."
	},
	"database/unreachable": {
		means: "No connection to PostgreSQL could be made.",
		fix: "Check that the server runs, and the URL, the network, the certificate and the credential."
	},
	"database/lost": {
		means: "The connection broke while it was in use.",
		fix: "Run the same command again: what was committed is recorded and will not run twice."
	},
	"database/refused": {
		means: "PostgreSQL refused a statement of Sluice itself.",
		fix: "Check the privileges of the login; docs/platform.md lists what it needs."
	},
	"database/shadow": {
		means: "No shadow database could be started, so nothing was rehearsed.",
		fix: "Install PostgreSQL, allow npm to fetch the pinned binaries, or pass --shadow none."
	},
	"database/ledger": {
		means: "The ledger in the target database is not what Sluice left there.",
		fix: "Run sluice audit verify; find out who changed it before anything else is applied."
	},
	"internal/cancelled": {
		means: "The run was interrupted; whatever was not committed was rolled back.",
		fix: "Run it again."
	},
	"internal/bug": {
		means: "Sluice met a state that it should never meet.",
		fix: "Report it with the message; nothing was allowed because of it."
	}
};
/** 0 and 1 are decisions; failures exit with the code of their family. */
function exitCodeOf(code) {
	return code.startsWith("input/") ? 2 : 3;
}
/** A failure that travels to the top, where it refuses the gate. The message says what happened. */
var SluiceError = class extends Error {
	code;
	/** For the log and JSON: no SQL, no values, no credentials. */
	data;
	constructor(code, message, detail = {}) {
		super(message, { cause: detail.cause });
		this.name = "SluiceError";
		this.code = code;
		this.data = detail.data ?? {};
	}
};
export { codes as n, exitCodeOf as r, SluiceError as t };
