/** The run of the workflow that we are part of, as the runner's environment tells. */
export type Runner = {
  /** `owner/name`, lower case. */
  readonly repository: string;
  /** https URL without a slash at its end. */
  readonly serverUrl: string;
  readonly run: string;
  readonly attempt: string;
  /** Page of this run and attempt. */
  readonly url: string;
  /** `.github/workflows/sluice.yml`, without a reference. */
  readonly workflow: string;
  /** `refs/heads/main`: where that file came from. */
  readonly workflowReference: string;
  readonly event: string;
  /** Who started this attempt, lower case. */
  readonly actor: string;
  /** Whether the host runs it on a machine that is thrown away. */
  readonly hosted: boolean;
};
