/** Database and environment. The URL itself never enters the domain. */
export type Target = {
  readonly database: string;
  readonly name: string;
  /** Name of the target that must hold the change first. */
  readonly after?: string;
  /** Name of the environment variable that holds the URL. */
  readonly urlVariable: string;
};

/** `billing/production`: how people and commands name a target. */
export function targetName(target: Target): string {
  return `${target.database}/${target.name}`;
}
