/** Where a rollout works. */
export interface Places {
  /** Folder of Sekisho itself. */
  readonly root: string;
  /** Folder of Pulumi.yaml. */
  readonly project: string;
  /** Folder for journals, locks and working folders. */
  readonly base: string;
}
