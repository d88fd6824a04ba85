import { n as codes, r as exitCodeOf, t as SluiceError } from "./errors-avTrn9RY.js";
import { t as nearest } from "./nearest-BfbmE5Hk.js";
import { d as visibleLines, i as sealJson, s as sealTerminal } from "./redact-BwiI-7Ds.js";
import { n as readArguments, t as commands } from "./commands-CDob8eIf.js";
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
	const error = toSluiceError(failure, context.signal);
	const { means, fix } = codes[error.code];
	const message = visibleLines(error.message).join("\n");
	const told = sealTerminal(`sluice: ${message}\n  ${error.code}: ${means}\n  ${fix}\n`);
	await complaints.write(told).catch(nobodyListens);
	if (wantsJson(words)) {
		const body = {
			version: 1,
			error: {
				code: error.code,
				message: error.message,
				fix
			}
		};
		await context.output.write(sealJson(body)).catch(nobodyListens);
	}
	return exitCodeOf(error.code);
}
/** A complaint that cannot be written leaves the exit code, which says the same. */
function nobodyListens() {}
function wantsJson(words) {
	const at = words.indexOf("--format");
	return words.includes("--format=json") || at >= 0 && words[at + 1] === "json";
}
/** A bug may quote anything in its message, so only the name of its class is shown. */
function toSluiceError(failure, signal) {
	if (signal.aborted) return cancelled(failure);
	if (failure instanceof SluiceError) return failure;
	const name = failure instanceof Error ? failure.name : typeof failure;
	return new SluiceError("internal/bug", `Something unforeseen happened (${name}). Sluice cannot tell what it means, so nothing is allowed. Run it again, and report it when it stays.`, { cause: failure });
}
function cancelled(cause) {
	return new SluiceError("internal/cancelled", "The run was interrupted. Nothing that was not committed took effect. Run it again.", { cause });
}
/** URLs of targets from environment variables. An empty variable, as GitHub gives for a missing secret, is absent. */
function environmentCredentials(environment) {
	return { urlOf: async (variable) => {
		const url = Object.hasOwn(environment, variable) ? environment[variable] : void 0;
		if (url !== void 0 && url !== "") return url;
		throw new SluiceError("input/target", `The environment variable ${variable}, which should hold the URL of the target, is not set.`);
	} };
}
export { runCommandLine as n, toSluiceError as r, environmentCredentials as t };
