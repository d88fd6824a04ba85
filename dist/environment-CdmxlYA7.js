import { t as nearest } from "./nearest-BfbmE5Hk.js";
import { n as codes, r as exitCodeOf, t as SluiceError } from "./errors-DFUB2oUm.js";
import { c as visibleLines, i as sealJson, o as sealTerminal } from "./redact-CHYnAN__.js";
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
	if (definition.choices === void 0 || definition.choices.includes(token.value)) return token.value;
	throw usage(command, `The option ${token.rawName} takes ${definition.choices.join(", ")}.`);
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
/** The page that `sluice --help` prints. */
function renderOverview(commands) {
	const width = Math.max(...commands.map(({ name }) => name.length));
	return [
		"Sluice: change governance for PostgreSQL.",
		"",
		"Usage: sluice COMMAND [OPTIONS]",
		"",
		...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
		"",
		"sluice COMMAND --help explains one command, with examples.",
		"Exit codes: 0 allowed or done; 1 a decision other than allow; 2 wrong use or configuration;",
		"3 a failure of the host, the database or Sluice itself.",
		""
	].join("\n");
}
/** The page that `sluice COMMAND --help` prints. */
function renderHelp(command) {
	const options = Object.entries(command.options).map(([name, { value, describes, choices }]) => {
		const label = value === void 0 ? `--${name}` : `--${name} ${value}`;
		const allowed = choices === void 0 ? "" : ` One of ${choices.join(", ")}.`;
		return `  ${label.padEnd(24)} ${describes}${allowed}`;
	});
	return [
		command.summary,
		"",
		`Usage: sluice ${command.name} ${command.usage}`,
		"",
		...options.length === 0 ? [] : [
			"Options:",
			...options,
			""
		],
		"Examples:",
		...command.examples.map((example) => `  ${example}`),
		""
	].join("\n");
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
		"npm-binaries"
	]
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
				"npm-binaries"
			]
		} },
		examples: ["sluice demo"],
		load: async () => (await import("./demo-DB8U-q9B.js")).demo
	},
	{
		name: "check",
		summary: "Read SQL files and say what they would do and how risky that is. Runs nothing.",
		usage: "PATH… [OPTIONS]",
		positionals: {
			least: 1,
			most: 1e4
		},
		options: {
			pg: {
				value: "MAJOR",
				describes: "Major version of PostgreSQL that will run it.",
				choices: [
					"14",
					"15",
					"16",
					"17",
					"18"
				]
			},
			policy: {
				value: "FILE",
				describes: "Apply this policy’s own rules as well."
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
			format,
			output
		},
		examples: [
			"sluice check db/migrations",
			"sluice check db/migrations/0042_drop_users.sql --format json",
			"sluice check db --fail-on high --policy .sluice/policy.yml"
		],
		load: async () => (await import("./check-BWV-D9YE.js")).check
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
			shadow,
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
		load: async () => (await import("./review-Bao6-yIC.js")).review
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
			commit: {
				value: "SHA",
				describes: "The merged commit.",
				required: true
			},
			target: {
				value: "NAME",
				describes: "A target of the policy: DATABASE/TARGET, or TARGET when it is the only one.",
				required: true
			},
			"pull-request": pullRequest,
			shadow: {
				...shadow,
				choices: [
					"auto",
					"local-binaries",
					"npm-binaries"
				]
			},
			format,
			output
		},
		examples: ["sluice apply --repo . --commit HEAD --target billing/production --pull-request pr.json"],
		load: async () => (await import("./apply-Bcg-cQOQ.js")).apply
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
		load: async () => (await import("./owners-B9sKnA0o.js")).owners
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
		load: async () => (await import("./audit-verify-BGhXrsjz.js")).auditVerify
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
		load: async () => (await import("./explain-B8uPxVi1.js")).explain
	}
];
/** Runs one command line. Nothing is thrown: every failure becomes a message and an exit code. */
async function runCommandLine(words, context, complaints) {
	try {
		return await runCommand(words, context);
	} catch (failure) {
		return complain(failure, words, {
			context,
			complaints
		});
	}
}
async function runCommand(words, context) {
	const { command, rest } = findCommand(words);
	if (command === void 0) return printOverview(words, context);
	if (rest.includes("--help") || rest.includes("-h")) {
		await context.output.write(sealTerminal(renderHelp(command)));
		return 0;
	}
	const given = readArguments(command, rest);
	return (await command.load())(given, context);
}
function findCommand(words) {
	for (const length of [2, 1]) {
		const name = words.slice(0, length).join(" ");
		const command = commands.find((candidate) => candidate.name === name);
		if (command !== void 0) return {
			command,
			rest: words.slice(length)
		};
	}
	return {
		command: void 0,
		rest: words
	};
}
async function printOverview(words, context) {
	const [word] = words;
	if (word === void 0 || word === "--help" || word === "-h" || word === "help") {
		await context.output.write(sealTerminal(renderOverview(commands)));
		return word === void 0 ? 2 : 0;
	}
	const guess = nearest(word, commands.map(({ name }) => name));
	const hint = guess === void 0 ? "" : ` Did you mean ${guess}?`;
	throw new SluiceError("input/usage", `There is no command ${JSON.stringify(word)}.${hint} Nothing was done. See sluice --help.`);
}
async function complain(failure, words, { context, complaints }) {
	const error = context.signal.aborted ? cancelled(failure) : toSluiceError(failure);
	const { means, fix } = codes[error.code];
	const message = visibleLines(error.message).join("\n");
	await complaints.write(sealTerminal(`sluice: ${message}\n  ${error.code}: ${means}\n  ${fix}\n`));
	if (wantsJson(words)) {
		const body = {
			version: 1,
			error: {
				code: error.code,
				message: error.message,
				fix
			}
		};
		await context.output.write(sealJson(body));
	}
	return exitCodeOf(error.code);
}
function wantsJson(words) {
	const at = words.indexOf("--format");
	return words.includes("--format=json") || at >= 0 && words[at + 1] === "json";
}
function cancelled(cause) {
	return new SluiceError("internal/cancelled", "The run was interrupted. Nothing that was not committed took effect.", { cause });
}
/** A bug may quote anything in its message, so only the name of its class is shown. */
function toSluiceError(failure) {
	if (failure instanceof SluiceError) return failure;
	const name = failure instanceof Error ? failure.name : typeof failure;
	return new SluiceError("internal/bug", `Something unforeseen happened (${name}), so nothing is allowed.`, { cause: failure });
}
/** URLs of targets from environment variables. An empty variable, as GitHub gives for a missing secret, is absent. */
function environmentCredentials(environment) {
	return { urlOf: async (variable) => {
		const url = Object.hasOwn(environment, variable) ? environment[variable] : void 0;
		if (url !== void 0 && url !== "") return url;
		throw new SluiceError("input/target", `The environment variable ${variable}, which should hold the URL of the target, is not set.`);
	} };
}
export { runCommandLine as n, environmentCredentials as t };
