import { t as SluiceError } from "./errors-avTrn9RY.js";
import { t as nearest } from "./nearest-BfbmE5Hk.js";
import { parseArgs } from "node:util";
/** Reads what follows the command's name. Throws SluiceError input/usage. */
function readArguments(command, words) {
	refusePasswords(words);
	const { positionals, tokens } = parseArgs({
		args: [...words],
		options: parserOptions(command),
		allowPositionals: true,
		strict: false,
		tokens: true
	});
	const options = /* @__PURE__ */ new Map();
	for (const token of tokens) {
		if (token.kind !== "option") continue;
		options.set(token.name, readOption(command, token));
	}
	checkRequired(command, options);
	checkPositionals(command, positionals.length);
	return {
		positionals,
		options
	};
}
function parserOptions(command) {
	return Object.fromEntries(Object.entries(command.options).map(([name, { value }]) => [name, { type: value === void 0 ? "boolean" : "string" }]));
}
function readOption(command, token) {
	const definition = command.options[token.name];
	if (definition === void 0 || !Object.hasOwn(command.options, token.name)) throw unknownOption(command, token.rawName, token.name);
	if (definition.value === void 0) return "true";
	if (token.value === void 0 || token.value === "") throw usage(command, `The option ${token.rawName} needs a value (${definition.value}).`);
	if (definition.choices === void 0 || isAmong(definition.choices, token.value)) return token.value;
	throw usage(command, `The option ${token.rawName} takes ${definition.choices.join(", ")}.`);
}
function isAmong(choices, value) {
	const general = value.replace(/^([a-z]+:)[A-Za-z_][A-Za-z0-9_]*$/, "$1NAME");
	return choices.includes(general);
}
function unknownOption(command, rawName, name) {
	const guess = nearest(name, Object.keys(command.options));
	const hint = guess === void 0 ? "" : ` Did you mean --${guess}?`;
	return usage(command, `There is no option ${JSON.stringify(rawName)}.${hint}`);
}
function checkRequired(command, options) {
	const missing = Object.entries(command.options).filter(([name, { required }]) => required === true && !options.has(name));
	if (missing.length === 0) return;
	throw usage(command, `Missing: ${missing.map(([name]) => `--${name}`).join(", ")}.`);
}
function checkPositionals(command, count) {
	const { least, most } = command.positionals;
	if (count < least) throw usage(command, "Something to work on is missing.");
	if (count > most) throw usage(command, "There are more words than it takes.");
}
function usage(command, what) {
	return new SluiceError("input/usage", `${what} Nothing was done. Usage: sluice ${command.name} ${command.usage}. See sluice ${command.name} --help.`);
}
/** Arguments are visible to every user of the machine and end in shell histories. */
function refusePasswords(words) {
	if (!words.some((word) => /[a-z][a-z0-9+.-]*:\/\/[^/\s]*@/i.test(word))) return;
	throw new SluiceError("input/usage", "A URL with a credential stands in the arguments, where other users of the machine and the shell history can read it. Nothing was done. Put the URL into an environment variable, name that variable in the policy, and pass the name of the target.");
}
const output = {
	value: "FILE",
	describes: "Write the result there instead of to standard output."
};
const format = {
	value: "FORMAT",
	describes: "How the result is written.",
	choices: ["text", "json"]
};
const repo = {
	value: "DIR",
	describes: "The git repository.",
	required: true
};
const pullRequest = {
	value: "FILE",
	describes: "The recorded pull request (schemas/pull-request.json).",
	required: true
};
const shadow = {
	value: "NAME",
	describes: "Where to rehearse.",
	choices: [
		"auto",
		"none",
		"local-binaries",
		"npm-binaries",
		"dsn:NAME"
	]
};
const baseline = {
	value: "FILE",
	describes: "A dump of the schema (pg_dump --schema-only) to begin with, in place of the base’s migrations."
};
const snapshot = {
	value: "FILE",
	describes: "Masked rows (sluice snapshot) to rehearse on, in place of a source of the masking."
};
const keep = { describes: "Keep the shadow for a day, and say how to connect to it and how to remove it." };
const rowImages = { describes: "Tell exactly which rows change, decoded from the log of a shadow on a server of its own; values of personal columns stay hidden." };
const pg = {
	value: "MAJOR",
	describes: "Major version of PostgreSQL that will run it.",
	choices: [
		"14",
		"15",
		"16",
		"17",
		"18",
		"19",
		"20"
	]
};
const facts = {
	value: "FILE",
	describes: "What is known of the targets (sluice facts); a directory holds one file for each database."
};
const commit = {
	value: "SHA",
	describes: "The merged commit.",
	required: true
};
const target = {
	value: "NAME",
	describes: "A target of the policy: DATABASE/TARGET, or TARGET when it is the only one.",
	required: true
};
/** Of the commands for targets that another tool applies to. */
const externalOptions = {
	commit,
	target,
	repo: {
		value: "DIR",
		describes: "The git repository; the current directory by default."
	},
	"pull-request": {
		value: "FILE",
		describes: "The recorded pull request; without it GitHub is asked (GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL)."
	},
	evidence: {
		value: "FILE",
		describes: "What a job before rehearsed; you vouch for the file. Without it, it is rehearsed here."
	},
	facts,
	shadow: {
		...shadow,
		choices: [
			"auto",
			"local-binaries",
			"npm-binaries",
			"dsn:NAME"
		]
	},
	format,
	output
};
/** Every command, in the order in which a newcomer meets them. */
const commands = [
	{
		name: "demo",
		summary: "Play an example change through all five steps on a real PostgreSQL.",
		usage: "[--shadow NAME]",
		positionals: {
			least: 0,
			most: 0
		},
		options: { shadow: {
			...shadow,
			choices: [
				"auto",
				"local-binaries",
				"npm-binaries",
				"dsn:NAME"
			]
		} },
		examples: ["sluice demo"],
		load: async () => (await import("./demo-gPP6crVm.js")).demo
	},
	{
		name: "check",
		summary: "Read SQL files and say what they would do and how risky that is. Runs none of it.",
		usage: "PATH… [OPTIONS]",
		positionals: {
			least: 1,
			most: 1e4
		},
		options: {
			pg,
			policy: {
				value: "FILE",
				describes: "Go by this policy. Without it, by .sluice/policy.yml of the repository that you work in, if there is one; for a pull request on GitHub, by that of its base."
			},
			facts,
			layout: {
				value: "NAME",
				describes: "Read only what this tool would run (docs/layouts.md); `auto` finds the tool."
			},
			"from-command": {
				value: "COMMAND",
				describes: "Run this command, without a shell and without your environment, and read what it writes in place of the file."
			},
			"fail-on": {
				value: "LEVEL",
				describes: "Deny from this level on.",
				choices: [
					"low",
					"medium",
					"high",
					"critical"
				]
			},
			format: {
				...format,
				choices: [
					"text",
					"json",
					"sarif",
					"github"
				]
			},
			output
		},
		examples: [
			"sluice check db/migrations",
			"sluice check db/migrations --format sarif --output sluice.sarif",
			"sluice check db/migrations/0042_drop_users.sql --format json",
			"sluice check db --fail-on high --policy other/policy.yml",
			"sluice check db/migrations --layout goose",
			"sluice check db/migrations --facts facts.json",
			"sluice check alembic/versions/42_notes.py --from-command \"alembic upgrade 41:42 --sql\""
		],
		load: async () => (await import("./check-DzYA9j2Q.js")).check
	},
	{
		name: "facts",
		summary: "Write what is known of a target without one value of its data, for check and review.",
		usage: "--from NAME [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: {
			from: {
				value: "NAME",
				describes: "A target of the policy (DATABASE/TARGET, or TARGET when it is the only one), or env:VARIABLE that holds a URL.",
				required: true
			},
			database: {
				value: "NAME",
				describes: "With env:VARIABLE: the governed database that the facts are of."
			},
			repo: {
				value: "DIR",
				describes: "The git repository; the current directory by default."
			},
			output
		},
		examples: ["sluice facts --from billing/production --output facts.json", "sluice facts --from env:REPLICA_URL --database billing"],
		load: async () => (await import("./facts-Bd7ocMCB.js")).facts
	},
	{
		name: "review",
		summary: "Review a pull request: read it, rehearse it, and say who must approve.",
		usage: "--repo DIR --base REF --head REF --pull-request FILE [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: {
			repo,
			base: {
				value: "REF",
				describes: "Tip of the target branch.",
				required: true
			},
			head: {
				value: "REF",
				describes: "Tip of the pull request.",
				required: true
			},
			"pull-request": pullRequest,
			others: {
				value: "REFS",
				describes: "Tips of other changes that are under way, with commas between: says with which of them its locks could deadlock."
			},
			facts,
			shadow,
			"row-images": rowImages,
			format: {
				...format,
				choices: [
					"text",
					"json",
					"markdown"
				]
			},
			output
		},
		examples: ["sluice review --repo . --base origin/main --head HEAD --pull-request pull-request.json", "sluice review --repo . --base main --head fix --pull-request pr.json --format markdown"],
		load: async () => (await import("./review-CaDsXw94.js")).review
	},
	{
		name: "rehearse",
		summary: "Run a change on a disposable shadow and say what every statement did. Decides nothing.",
		usage: "--repo DIR --base REF --head REF [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: {
			repo,
			base: {
				value: "REF",
				describes: "Tip of the target branch.",
				required: true
			},
			head: {
				value: "REF",
				describes: "Tip of the change.",
				required: true
			},
			facts,
			baseline,
			snapshot,
			keep,
			"row-images": rowImages,
			pg,
			shadow: {
				...shadow,
				choices: [
					"auto",
					"local-binaries",
					"npm-binaries",
					"dsn:NAME"
				]
			},
			format,
			output
		},
		examples: [
			"sluice rehearse --repo . --base origin/main --head HEAD --format json",
			"sluice rehearse --repo . --base origin/main --head HEAD --baseline schema.sql",
			"sluice rehearse --repo . --base origin/main --head HEAD --row-images"
		],
		load: async () => (await import("./rehearse-kiNeayXU.js")).rehearse
	},
	{
		name: "snapshot",
		summary: "Write the rows of a source, masked and proved, for rehearsals without its credential.",
		usage: "--database NAME --output FILE [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: {
			database: {
				value: "NAME",
				describes: "A database of the policy.",
				required: true
			},
			repo: {
				value: "DIR",
				describes: "The git repository; the current directory by default."
			},
			base: {
				value: "REF",
				describes: "Whose migrations make the schema; HEAD by default."
			},
			shadow: {
				...shadow,
				choices: [
					"auto",
					"local-binaries",
					"npm-binaries"
				]
			},
			output: {
				...output,
				describes: "Where the masked rows go.",
				required: true
			}
		},
		examples: ["sluice snapshot --database billing --output billing.rows"],
		load: async () => (await import("./snapshot-DIyts_7N.js")).snapshot
	},
	{
		name: "apply",
		summary: "Apply exactly what was approved to one target, once, with a record.",
		usage: "--repo DIR --commit SHA --target NAME --pull-request FILE [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: {
			repo,
			commit,
			target,
			"pull-request": pullRequest,
			facts,
			shadow: {
				...shadow,
				choices: [
					"auto",
					"local-binaries",
					"npm-binaries",
					"dsn:NAME"
				]
			},
			format,
			output
		},
		examples: ["sluice apply --repo . --commit HEAD --target billing/production --pull-request pr.json"],
		load: async () => (await import("./apply-B0_tYA2M.js")).apply
	},
	{
		name: "clear",
		summary: "Say which merged files another tool may apply to a target now. Applies nothing.",
		usage: "--commit SHA --target NAME [--pull-request FILE] [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: externalOptions,
		examples: ["sluice clear --commit HEAD --target billing/production --pull-request pr.json", "sluice clear --commit HEAD --target production --evidence evidence.json --format json"],
		load: async () => (await import("./clear-givcVGMU.js")).clear
	},
	{
		name: "record",
		summary: "Record that another tool applied what was cleared, with what that does not prove.",
		usage: "--commit SHA --target NAME [--pull-request FILE] [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: externalOptions,
		examples: ["sluice record --commit HEAD --target billing/production --pull-request pr.json"],
		load: async () => (await import("./record-CUuSN1Bc.js")).record
	},
	{
		name: "owners",
		summary: "Say who owns a path, by which line of CODEOWNERS.",
		usage: "PATH… --codeowners FILE",
		positionals: {
			least: 1,
			most: 1e4
		},
		options: {
			codeowners: {
				value: "FILE",
				describes: "The CODEOWNERS file.",
				required: true
			},
			format,
			output
		},
		examples: ["sluice owners db/migrations/0042.sql --codeowners .github/CODEOWNERS"],
		load: async () => (await import("./owners-BD9GBhfD.js")).owners
	},
	{
		name: "audit verify",
		summary: "Verify that nobody changed the record of a target.",
		usage: "--target NAME [--repo DIR] [OPTIONS]",
		positionals: {
			least: 0,
			most: 0
		},
		options: {
			target: {
				value: "NAME",
				describes: "A target of the policy.",
				required: true
			},
			repo: {
				value: "DIR",
				describes: "The git repository; the current directory by default."
			},
			format,
			output
		},
		examples: ["sluice audit verify --target billing/production"],
		load: async () => (await import("./audit-verify-Df8T8FeM.js")).auditVerify
	},
	{
		name: "explain",
		summary: "Explain a rule or an error code: what, why, and what to do instead.",
		usage: "RULE",
		positionals: {
			least: 1,
			most: 1
		},
		options: {
			format,
			output
		},
		examples: ["sluice explain drop-column", "sluice explain input/policy"],
		load: async () => (await import("./explain-BOwrfS9Z.js")).explain
	}
];
export { readArguments as n, commands as t };
