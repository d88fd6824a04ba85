#!/usr/bin/env node
import { n as standardOutput, t as wire } from "./wiring-C7S879x0.js";
import { n as runCommandLine } from "./environment-2FIqU5Jt.js";
const interrupted = new AbortController();
for (const name of [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
]) process.once(name, () => interrupted.abort());
process.exitCode = await runCommandLine(process.argv.slice(2), wire(process, interrupted.signal), standardOutput(process.stderr));
export {};
