import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { createHash } from 'node:crypto';
import { artifactsOf, collect, unpack } from './artifacts.ts';
import { git } from './bare-git.ts';
import type { Emulator } from './emulator.ts';
import { type Contexts, fillIn, fillInAll, toText } from './expressions.ts';
import { type Machine, runProcess } from './machine.ts';
import type { Repository } from './repository.ts';
import type { Step } from './workflow-file.ts';

export type StepRun = {
  readonly github: Emulator;
  readonly repository: Repository;
  readonly machine: Machine;
  readonly step: Step;
  /** Everything that expressions of this step may speak of. */
  readonly contexts: Contexts;
  /** Of the workflow, the job and the step. */
  readonly environment: Readonly<Record<string, string>>;
  readonly run: number;
  readonly node: string;
  /** Folder of action.yml, by `owner/name` or `./`. */
  readonly actions: Readonly<Record<string, string>>;
  readonly timeout: number;
  readonly defaultShell: string | undefined;
};

export type StepEnd = {
  readonly succeeded: boolean;
  readonly outputs: ReadonlyMap<string, string>;
};

const done: StepEnd = { succeeded: true, outputs: new Map() };

export async function runStep(run: StepRun): Promise<StepEnd> {
  const { step, contexts, machine } = run;
  if (step.run !== undefined) return runScript(run, step.run);
  const [name = ''] = (step.uses ?? '').split('@');
  const inputs = fillInAll(step.with, contexts);
  const directory = name.startsWith('./') ? run.actions['./'] : run.actions[name];
  if (directory !== undefined) return runAction(run, name, directory, inputs);
  const builtIn = builtIns[name];
  if (builtIn === undefined) throw new Error(`The mini runner has no action ${name}.`);
  machine.log.say(`##[group]Run ${step.uses ?? ''}`);
  machine.log.say('##[endgroup]');
  return builtIn(run, inputs);
}

async function runScript(run: StepRun, script: string): Promise<StepEnd> {
  const { step, machine, contexts } = run;
  const text = fillIn(script, contexts);
  machine.log.say(`##[group]Run ${text}`);
  machine.log.say('##[endgroup]');
  const file = join(machine.temporary, 'script.sh');
  await writeFile(file, text);
  const shell = step.shell ?? run.defaultShell;
  const options = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
  return runProcess(machine, {
    program: shell === 'sh' ? 'sh' : 'bash',
    words: [...options, file],
    cwd: resolve(machine.workspace, fillIn(step['working-directory'] ?? '.', contexts)),
    environment: run.environment,
    timeout: run.timeout,
  });
}

type ActionFile = {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly runs: { readonly using: string; readonly main: string };
};

/** A JavaScript action, with the inputs and the environment that the runner gives it. */
async function runAction(
  run: StepRun,
  name: string,
  directory: string,
  given: Readonly<Record<string, string>>,
): Promise<StepEnd> {
  const { machine, contexts, step } = run;
  const action = parse(await readFile(join(directory, 'action.yml'), 'utf8')) as ActionFile;
  if (!action.runs.using.startsWith('node')) throw new Error(`${name} is not a JavaScript action.`);
  machine.log.say(`##[group]Run ${step.uses ?? ''}`);
  machine.log.say('##[endgroup]');
  const declared = Object.entries(action.inputs ?? {});
  const names = new Set(declared.map(([input]) => input.toLowerCase()));
  const unexpected = Object.keys(given).filter((input) => !names.has(input.toLowerCase()));
  if (unexpected.length > 0)
    machine.log.annotate(
      'warning',
      `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are ['${[...names].join("', '")}']`,
    );
  const defaults = declared.flatMap(([input, about]) =>
    about?.default === undefined ? [] : [[input, fillIn(toText(about.default), contexts)]],
  );
  const inputs = { ...(Object.fromEntries(defaults) as Record<string, string>), ...given };
  const reference = step.uses?.split('@')[1] ?? '';
  machine.fixed.set('GITHUB_ACTION_PATH', directory);
  machine.fixed.set('GITHUB_ACTION_REPOSITORY', name.startsWith('./') ? '' : name);
  machine.fixed.set('GITHUB_ACTION_REF', reference);
  return runProcess(machine, {
    program: run.node,
    words: [join(directory, action.runs.main)],
    cwd: machine.workspace,
    environment: {
      ...run.environment,
      ...Object.fromEntries(
        Object.entries(inputs).map(([input, value]) => [
          `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`,
          value,
        ]),
      ),
    },
    timeout: run.timeout,
  });
}

type BuiltIn = (run: StepRun, inputs: Readonly<Record<string, string>>) => Promise<StepEnd>;

const builtIns: Readonly<Record<string, BuiltIn>> = {
  'actions/checkout': checkOut,
  'actions/setup-node': ({ machine, node }) => {
    machine.path.unshift(dirname(node));
    return Promise.resolve(done);
  },
  'actions/upload-artifact': upload,
  'actions/download-artifact': download,
};

/** Brings a commit of a repository of the emulator into the workspace, by git and with a token. */
async function checkOut(run: StepRun, inputs: Readonly<Record<string, string>>): Promise<StepEnd> {
  const { machine, github, repository, contexts } = run;
  const about = contexts['github'] as Readonly<Record<string, string>>;
  const other = inputs['repository'] ?? repository.fullName;
  const own = other.toLowerCase() === repository.fullName.toLowerCase();
  const reference = inputs['ref'] ?? (own ? about['sha'] : 'HEAD') ?? 'HEAD';
  const directory = resolve(machine.workspace, inputs['path'] ?? '.');
  const token = inputs['token'] ?? about['token'] ?? '';
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const header = `http.${github.url}/.extraheader`;
  const value = `AUTHORIZATION: basic ${basic}`;
  try {
    await git('/', ['init', '--quiet', directory]);
    await git(directory, ['remote', 'add', 'origin', `${github.url}/${other}`]);
    await git(directory, ['-c', `${header}=${value}`, 'fetch', '--quiet', 'origin', reference]);
    await git(directory, ['checkout', '--quiet', '--detach', 'FETCH_HEAD']);
    if (inputs['persist-credentials'] !== 'false') await git(directory, ['config', header, value]);
    return done;
  } catch (error) {
    machine.log.annotate('error', String(error));
    return { ...done, succeeded: false };
  }
}

async function upload(run: StepRun, inputs: Readonly<Record<string, string>>): Promise<StepEnd> {
  const { machine, github } = run;
  const name = inputs['name'] ?? 'artifact';
  const paths = (inputs['path'] ?? '').split('\n').map((path) => path.trim());
  const artifact = await collect(
    machine.workspace,
    paths.filter((path) => path !== ''),
  );
  if (artifact.size === 0) {
    const missing = inputs['if-no-files-found'] ?? 'warn';
    const message = `No files were found with the provided path: ${paths.join(', ')}. No artifacts will be uploaded.`;
    if (missing === 'ignore') machine.log.say(message);
    else machine.log.annotate(missing === 'error' ? 'error' : 'warning', message);
    return { ...done, succeeded: missing !== 'error' };
  }
  const artifacts = artifactsOf(github, run.run);
  if (artifacts.has(name) && inputs['overwrite'] !== 'true') {
    const conflict = 'Conflict: an artifact with this name already exists on the workflow run';
    machine.log.annotate('error', `Failed to CreateArtifact: (409) ${conflict}`);
    return { ...done, succeeded: false };
  }
  artifacts.set(name, artifact);
  const digest = createHash('sha256');
  for (const [path, bytes] of artifact) digest.update(path).update(bytes);
  const outputs = new Map([
    ['artifact-id', String(artifacts.size)],
    ['artifact-digest', digest.digest('hex')],
  ]);
  return { succeeded: true, outputs };
}

/** By name, or all of them, each into a folder of its name. */
async function download(run: StepRun, inputs: Readonly<Record<string, string>>): Promise<StepEnd> {
  const { machine, github } = run;
  const directory = resolve(machine.workspace, inputs['path'] ?? '.');
  const artifacts = artifactsOf(github, Number(inputs['run-id'] ?? run.run));
  const name = inputs['name'] ?? '';
  if (name === '') {
    for (const [each, artifact] of artifacts) await unpack(artifact, join(directory, each));
    return done;
  }
  const artifact = artifacts.get(name);
  if (artifact === undefined) {
    const message = `Unable to download artifact(s): Artifact not found for name: ${name}`;
    machine.log.annotate('error', message);
    return { ...done, succeeded: false };
  }
  await unpack(artifact, directory);
  return { succeeded: true, outputs: new Map([['download-path', directory]]) };
}
