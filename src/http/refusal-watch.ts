import type { AppRequest } from './request';

/** Is told of each refusal that kept somebody from something that exists; the feature that keeps the log implements it. */
export abstract class RefusalWatch {
  /** Must neither throw nor wait. `subject` null: the route as a whole is not for them. */
  abstract refused(request: AppRequest, subject: { type: string; id: string } | null): void;
}
