#!/usr/bin/env node
import { n as standardOutput, t as wire } from "./wiring-DesxitVm.js";
import { n as runCommandLine } from "./environment-B8fr0G6k.js";
const interrupted = new AbortController();
for (const name of [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
]) process.once(name, () => interrupted.abort());
process.exitCode = await runCommandLine(process.argv.slice(2), wire(process, interrupted.signal), standardOutput(process.stderr));
export {};
