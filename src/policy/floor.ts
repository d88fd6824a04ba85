import type { Question } from './decide.ts';
import {
  demandOneOf,
  demandOwners,
  demandPeople,
  settled,
  together,
  type Outcome,
} from './demand.ts';

/** What holds under every policy. Each part always says something, if only that it did not apply. */
export function floorOf(question: Question): readonly Outcome[] {
  return [
    refusedFiles(question),
    deniedFindings(question),
    rehearsal(question),
    unrehearsable(question),
    controlFiles(question),
    objections(question),
    owners(question),
    people(question),
  ];
}

function refusedFiles({ input: { refused } }: Question): Outcome {
  if (refused.length === 0) return settled('governed-files', 'satisfied', 'Every file was read.');
  return together(
    'governed-files',
    'Governed files cannot be taken as they are.',
    refused.map(({ path, reason }) => settled('governed-files', 'denied', `${path}: ${reason}`)),
  );
}

function deniedFindings({ input: { findings } }: Question): Outcome {
  const denying = findings.filter(({ denies }) => denies);
  if (denying.length === 0)
    return settled('findings', 'satisfied', 'No statement is refused whoever approves it.');
  return together(
    'findings',
    'Some statements are refused whoever approves them.',
    denying.map(({ rule, message, instead, place }) =>
      settled(rule, 'denied', `${place.path}:${place.line}: ${message} ${instead}`),
    ),
  );
}

function rehearsal({ input: { evidence, assessment, governed } }: Question): Outcome {
  const risky = assessment.level !== 'low' || assessment.destructive || assessment.unknown;
  if (evidence === 'failed')
    return settled(
      'evidence',
      'denied',
      'The rehearsal failed, so the change would fail as well. Correct the statement that the report names.',
    );
  if (evidence === 'completed')
    return settled('evidence', 'satisfied', 'The rehearsal ran to its end.');
  if (evidence === 'pending')
    return settled(
      'evidence',
      'skipped',
      'Nothing is rehearsed yet. What is not denied is rehearsed, and decided again.',
    );
  if (evidence === 'not-rehearsable')
    return settled('evidence', 'skipped', 'A statement cannot be rehearsed; the report says why.');
  if (evidence === 'none' && risky && governed.length > 0)
    return settled(
      'evidence',
      'denied',
      'There was no rehearsal, so nobody saw what the change does. Run the review with a shadow database.',
    );
  return settled('evidence', 'skipped', 'No rehearsal is required.');
}

function unrehearsable({ input: { evidence }, circumstances }: Question): Outcome {
  const rule = 'unrehearsable-needs-owner';
  if (evidence === 'not-rehearsable') return demandOwners(rule, circumstances);
  return settled(rule, 'skipped', 'Nothing is beyond what a shadow can rehearse.');
}

function controlFiles({ circumstances, controlFiles: paths }: Question): Outcome {
  const { guardians } = circumstances.policy;
  if (paths.length === 0)
    return settled('control-files', 'skipped', 'No file that decides about changes is changed.');
  if (guardians.length > 0) return demandOneOf('control-files', guardians, paths, circumstances);
  return settled(
    'control-files',
    'denied',
    `${paths.join(', ')}: these files decide about changes, and the policy names no guardians who could approve. Name guardians in .sluice/policy.yml on the target branch.`,
  );
}

function objections({ circumstances: { standing } }: Question): Outcome {
  const [first] = standing.objections;
  if (first === undefined)
    return settled('changes-requested', 'satisfied', 'Nobody with write access asks for changes.');
  return together(
    'changes-requested',
    'Changes are requested.',
    standing.objections.map((login) => ({
      reason: {
        rule: 'changes-requested',
        status: 'missing',
        description: `@${login} asks for changes. Their approval or the dismissal of their review is missing.`,
        children: [],
      },
      missing: [
        {
          rule: 'changes-requested',
          paths: [],
          anyOf: [{ kind: 'user', login }],
          disregarded: [],
        },
      ],
    })),
  );
}

function owners({ input, circumstances }: Question): Outcome {
  const { destructive, unknown } = input.assessment;
  if (destructive) return demandOwners('destructive-needs-owner', circumstances);
  if (unknown) return demandOwners('unknown-needs-owner', circumstances);
  return settled('destructive-needs-owner', 'skipped', 'Nothing destructive and nothing unknown.');
}

/**
 * GitHub asks one approval more for an agent's pull request that it can attribute to nobody: one of
 * the approvers may be the person who steers the agent.
 */
function people({ input, actor, circumstances }: Question): Outcome {
  const rule = 'agent-needs-human';
  if (input.governed.length === 0) return settled(rule, 'skipped', 'No governed file is changed.');
  if (actor.kind === 'human') return settled(rule, 'skipped', 'A person made the change.');
  const attributed = actor.kind === 'automation' || actor.onBehalfOf.length > 0;
  return demandPeople(rule, attributed ? 1 : 2, circumstances);
}
