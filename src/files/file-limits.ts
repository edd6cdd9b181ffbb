/** How much may be attached: to one subject, and by one person altogether. Bytes. */
export interface FileLimits {
  readonly subjectFiles: number;
  readonly subjectBytes: number;
  readonly personFiles: number;
  readonly personBytes: number;
}

/** What somebody has attached so far. */
export interface FileUse {
  readonly files: number;
  readonly bytes: number;
}
