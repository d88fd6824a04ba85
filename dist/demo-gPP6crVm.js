import { n as runCommandLine, t as environmentCredentials } from "./environment-B8fr0G6k.js";
import { i as startCluster, r as newLogin, t as chooseOrigin } from "./auto-Cb76ksBq.js";
import { s as sealTerminal } from "./redact-BwiI-7Ds.js";
import { r as loadControls } from "./load-controls-CZBf0R2z.js";
import { a as readCompanions, i as resolveLayout } from "./load-units-Qh7ezy39.js";
import { a as toUnits, u as locate } from "./detect-CNMHzhC5.js";
import { r as matchesGlob } from "./glob-CgK8Jx70.js";
import { t as readScript } from "./read-CgJcaB07.js";
import { t as parseCommitSha } from "./change-BCfSmddC.js";
import { t as planUnit } from "./plan-B8z3EB0S.js";
import { t as SluiceError } from "./errors-avTrn9RY.js";
import { n as quoteLiteral, t as quoteIdentifier } from "./quote-lgey2vti.js";
import { t as _usingCtx } from "./usingCtx-BdeZztvE.js";
import { a as shadowChoice } from "./rehearse-change-4qYNmrhc.js";
import { promisify } from "node:util";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { execFile } from "node:child_process";
/** An agent's pull request from its opening to its record. */
function scenesOf({ built }, shadow) {
	const repo = built.directory;
	const recorded = (name) => built.pullRequestPaths.get(name) ?? "";
	const review = (name) => async () => `review --base ${built.base} --head ${built.head} --shadow ${shadow}`.split(" ").concat("--repo", repo, "--pull-request", recorded(name));
	let merged;
	const apply = (target) => async () => {
		merged ??= await built.mergePullRequest("squash");
		return `apply --commit ${merged} --target ${target} --shadow ${shadow}`.split(" ").concat("--repo", repo, "--pull-request", recorded("pull-request-merged.json"));
	};
	const verify = async () => "audit verify --target billing/production --repo".split(" ").concat(repo);
	return [
		{
			...opened,
			words: review("pull-request.json")
		},
		{
			...approved,
			words: review("pull-request-approved.json")
		},
		{
			...mergedToStaging,
			words: apply("billing/staging")
		},
		{
			...mergedToProduction,
			words: apply("billing/production")
		},
		{
			...runAgain,
			words: apply("billing/production")
		},
		{
			...audited,
			words: verify
		}
	];
}
const opened = {
	title: "An agent opens a pull request",
	story: [
		"Carol asked a coding agent to clean up. Its pull request fixes some orders and drops a column.",
		"Sluice parses the SQL, scores it, rehearses it on a masked copy of production, and blocks the",
		"gate. Carol has approved, but she asked for the change: somebody else must."
	],
	exits: 1
};
const approved = {
	title: "The code owner approves",
	story: ["Dana owns db/. She reads the report and approves this very commit. The gate opens."],
	exits: 0
};
const mergedToStaging = {
	title: "The pull request is merged: staging first",
	story: ["Everything is evaluated again at the merged commit and rehearsed once more. In the applying", "transaction Sluice compares what happens with what the rehearsal showed, before it commits."],
	exits: 0
};
const mergedToProduction = {
	title: "Then production",
	story: ["The same bytes, now that staging holds them."],
	exits: 0
};
const runAgain = {
	title: "The job runs again",
	story: ["Somebody presses “Re-run”. Nothing runs twice."],
	exits: 0
};
const audited = {
	title: "A year later, an auditor asks",
	story: ["Who touched what, when and why, and did anybody change the record since?"],
	exits: 0
};
/**
* Builds git from `commits/NN-name` overlays: folders named `NN-pr-name` are commits of the pull
* request, the others of `main`. `x.deleted` deletes `x`; `x.symlink` makes `x` a link to what the
* file says. `{{NN-name}}` in `pull-request*.json` becomes the commit.
*/
async function buildRepository(fixture, into) {
	const directory = join(into, "repository");
	await mkdir(directory, { recursive: true });
	await git(directory, "init", "--quiet", "--initial-branch=main");
	const commits = /* @__PURE__ */ new Map();
	for (const name of (await readdir(join(fixture, "commits"))).sort()) {
		await checkout(directory, isOfPullRequest(name) ? "change" : "main", commits.size === 0);
		await overlay(join(fixture, "commits", name), directory);
		commits.set(name, await commitAll(directory, name, commits.size));
	}
	const base = await resolve(directory, "main");
	const head = await resolve(directory, "change");
	await git(directory, "checkout", "--quiet", "main");
	const pullRequestPaths = await recordPullRequests(fixture, into, commits);
	const pullRequestPath = pullRequestPaths.get("pull-request.json");
	if (pullRequestPath === void 0) throw new Error(`${fixture} has no pull-request.json.`);
	return {
		directory,
		commits,
		base,
		head,
		pullRequestPath,
		pullRequestPaths,
		mergePullRequest: (kind) => merge(directory, kind, commits.size)
	};
}
function isOfPullRequest(name) {
	return /^\d+-pr-/.test(name);
}
async function checkout(directory, branch, unborn) {
	if (unborn) return;
	await git(directory, "checkout", "--quiet", ...await git(directory, "branch", "--list", branch) === "" ? ["-b"] : [], branch);
}
async function overlay(from, directory) {
	const entries = await readdir(from, {
		recursive: true,
		withFileTypes: true
	});
	for (const entry of entries) {
		if (!entry.isFile()) continue;
		const source = join(entry.parentPath, entry.name);
		await place(source, join(directory, relative(from, source)));
	}
}
async function place(source, target) {
	if (target.endsWith(".deleted")) return rm(target.slice(0, -8));
	await mkdir(dirname(target), { recursive: true });
	if (!target.endsWith(".symlink")) return cp(source, target);
	const link = target.slice(0, -8);
	await rm(link, { force: true });
	return symlink((await readFile(source, "utf8")).trim(), link);
}
async function commitAll(directory, message, index) {
	await git(directory, "add", "--all", "--force");
	await gitAt(index, directory, "commit", "--quiet", "--no-verify", "--message", message);
	return resolve(directory, "HEAD");
}
async function recordPullRequests(fixture, into, commits) {
	const names = (await readdir(fixture)).filter((name) => /^pull-request.*\.json$/.test(name));
	const paths = /* @__PURE__ */ new Map();
	for (const name of names.sort()) {
		const resolved = (await readFile(join(fixture, name), "utf8")).replace(/\{\{([^}]+)\}\}/g, (_placeholder, commit) => {
			const sha = commits.get(commit);
			if (sha === void 0) throw new Error(`${name} names ${commit}, which is no commit.`);
			return sha;
		});
		paths.set(name, join(into, name));
		await writeFile(join(into, name), resolved);
	}
	return paths;
}
async function merge(directory, kind, index) {
	const tree = await git(directory, "merge-tree", "--write-tree", "main", "change");
	const commit = await gitAt(index, directory, "commit-tree", ...kind === "merge" ? [
		"-p",
		"main",
		"-p",
		"change"
	] : ["-p", "main"], "-m", kind, tree);
	await git(directory, "update-ref", "refs/heads/main", commit);
	return resolve(directory, commit);
}
async function resolve(directory, name) {
	const commit = parseCommitSha(await git(directory, "rev-parse", "--verify", `${name}^{commit}`));
	if (commit === void 0) throw new Error(`${name} is no commit.`);
	return commit;
}
function git(directory, ...parameters) {
	return gitAt(0, directory, ...parameters);
}
/** Commits are made an hour apart, by one author. */
async function gitAt(index, directory, ...parameters) {
	const date = new Date(Date.UTC(2026, 0, 5, 8 + index)).toISOString();
	const { stdout } = await promisify(execFile)("git", [
		"-C",
		directory,
		...[
			"-c",
			"core.autocrlf=false",
			"-c",
			"core.symlinks=true",
			"-c",
			"gc.auto=0"
		],
		...parameters
	], { env: {
		PATH: process.env["PATH"],
		GIT_CONFIG_GLOBAL: "/dev/null",
		GIT_CONFIG_NOSYSTEM: "1",
		GIT_DEFAULT_HASH: "sha1",
		GIT_AUTHOR_NAME: "Scenario",
		GIT_AUTHOR_EMAIL: "scenario@example.com",
		GIT_AUTHOR_DATE: date,
		GIT_COMMITTER_NAME: "Scenario",
		GIT_COMMITTER_EMAIL: "scenario@example.com",
		GIT_COMMITTER_DATE: date
	} });
	return stdout.trim();
}
/**
* Makes a database as production has it: owned by a login that is no superuser, holding what the
* target branch's migrations made and the data of the fixture. Returns the URL of that login.
*/
async function makeProduction(making) {
	try {
		var _usingCtx$2 = _usingCtx();
		const { cluster, database, name, signal } = making;
		const owner = newLogin("billing");
		const connect = (url) => database.connect({
			url,
			applicationName: "sluice demo",
			signal
		});
		try {
			var _usingCtx3 = _usingCtx();
			const session = _usingCtx3.a(await connect(cluster.url(cluster.superuser, "postgres")));
			await session.query(`create role ${quoteIdentifier(owner.user)} login password ${quoteLiteral(owner.password)}`);
			await session.query(`create database ${quoteIdentifier(name)} owner ${quoteIdentifier(owner.user)}`);
		} catch (_) {
			_usingCtx3.e = _;
		} finally {
			await _usingCtx3.d();
		}
		const url = cluster.url(owner, name);
		const session = _usingCtx$2.a(await connect(url));
		for (const script of making.scripts) await replay(script, session.execute.bind(session));
		await session.query("analyze");
		return url;
	} catch (_) {
		_usingCtx$2.e = _;
	} finally {
		await _usingCtx$2.d();
	}
}
/** Each file in a transaction of its own, as runners of migrations do: LOCK TABLE wants one. */
async function replay(script, execute) {
	const plan = planUnit(script);
	if (plan.kind === "refused") throw broken(script);
	const texts = plan.kind === "transactional" ? [
		"begin",
		...plan.statements.map(({ text }) => text),
		"commit"
	] : [plan.statement.text];
	for (const text of texts) if ((await execute(text)).kind !== "done") throw broken(script);
}
function broken({ unitId }) {
	return new SluiceError("internal/bug", `The example's own ${JSON.stringify(unitId)} does not run, so there is nothing to show.`);
}
/** Builds the git repository below `into` and the databases of every target, with the fixture's data. */
async function setStage(fixture, into, tools) {
	const built = await buildRepository(fixture, into);
	const repository = tools.openRepository(built.directory);
	const controls = await loadControls(repository, built.base);
	const environment = {};
	for (const governed of controls.policy.databases) {
		const tree = await repository.tree(built.base);
		const database = await resolveLayout(governed, [tree], repository);
		const texts = await readCompanions(database, tree, repository);
		const { files } = locate({
			database,
			matches: matchesGlob,
			files: tree,
			texts
		});
		const scripts = [];
		for (const file of files) {
			const outcome = toUnits(file, database, await repository.blob(file.blob));
			if (outcome.kind === "refused") continue;
			for (const unit of outcome.units) scripts.push(await readScript(unit, tools.parser));
		}
		scripts.push(await readData(fixture, tools.parser));
		for (const target of database.targets) {
			const name = `${tools.prefix ?? ""}${database.name}_${target.name}`;
			environment[target.urlVariable] = await makeProduction({
				...tools,
				name,
				scripts
			});
		}
		Object.assign(environment, sourceOf(controls, database.name, environment));
	}
	return {
		built,
		environment
	};
}
/** Masked data is copied from the last target, which is production. */
function sourceOf({ masking, policy }, name, environment) {
	const variable = masking?.databases.find(({ database }) => database === name)?.sourceUrlVariable;
	const production = policy.databases.find((database) => database.name === name)?.targets.at(-1);
	const url = production === void 0 ? void 0 : environment[production.urlVariable];
	return variable === void 0 || url === void 0 ? {} : { [variable]: url };
}
async function readData(fixture, parser) {
	const path = join(fixture, "database.sql");
	const bytes = await readFile(path);
	return readScript({
		id: "database.sql",
		path,
		bytes,
		firstLine: 1
	}, parser);
}
/** Two small databases. */
const demoBytes = 1024 ** 3;
/**
* Plays a fixture in front of the reader: what each person would see, at each step. Every step runs
* Sluice's own command line; one that ends otherwise than it should ends the play with 3.
*/
async function playStory(fixture, play) {
	try {
		var _usingCtx$1 = _usingCtx();
		const { workspace, context, shadow } = play;
		const { progress, signal } = context;
		progress.step("Starting a PostgreSQL that plays production.");
		const { binaries } = await chooseOrigin(shadow, {
			databaseName: "",
			signal
		}, { progress });
		const cluster = _usingCtx$1.a(await startCluster({
			binaries,
			settings: {},
			bytes: demoBytes,
			signal
		}));
		const parser = _usingCtx$1.a(context.openParser());
		const database = await context.openDatabase();
		const stage = await setStage(fixture, workspace, {
			...context,
			cluster,
			database,
			parser
		});
		const credentials = environmentCredentials(stage.environment);
		return await tell(scenesOf(stage, shadow), {
			...context,
			credentials
		});
	} catch (_) {
		_usingCtx$1.e = _;
	} finally {
		await _usingCtx$1.d();
	}
}
async function tell(scenes, context) {
	for (const [index, scene] of scenes.entries()) {
		const words = await scene.words();
		const heading = renderHeading(`${index + 1}. ${scene.title}`, scene, words);
		await context.output.write(sealTerminal(heading));
		const code = await runCommandLine(words, context, context.output);
		await context.output.write(sealTerminal("\n"));
		if (code !== scene.exits) return 3;
	}
	return 0;
}
function renderHeading(title, { story }, words) {
	const command = words.map(shorten).join(" ");
	return [
		title,
		"─".repeat(title.length),
		...story,
		"",
		`$ sluice ${command}`,
		"",
		""
	].join("\n");
}
/** Names of temporary directories and commits say nothing to a reader. */
function shorten(word) {
	if (/^[0-9a-f]{40}$/.test(word)) return word.slice(0, 12);
	return word.includes("/sluice-demo-") ? word.split("/").at(-1) ?? word : word;
}
/** `sluice demo`: an agent's pull request through all five steps, on a production of its own. */
async function demo(given, context) {
	const choice = shadowChoice(given);
	const workspace = await mkdtemp(join(tmpdir(), "sluice-demo-"));
	try {
		return await playStory(join(context.home, "fixtures/agent-drops-column"), {
			workspace,
			context,
			shadow: choice === "none" ? "auto" : choice
		});
	} finally {
		await rm(workspace, {
			recursive: true,
			force: true
		});
	}
}
export { demo };
