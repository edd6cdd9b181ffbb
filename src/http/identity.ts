import type { BallotViewer, Viewer } from '../domain/access/viewer';
import type { AppRequest } from './request';

/** Finds out who sends a request. The feature that keeps sessions implements it. */
export abstract class Identity {
  abstract of(request: AppRequest): Promise<Identified>;
}

/** The signed-in person with their session, and apart from that the seat a mailed link has opened; each may be missing. */
export interface Identified {
  viewer: Viewer | null;
  sessionId: string | null;
  ballot: BallotViewer | null;
  /** Where the seat of this browser was handed over: the name of whoever votes for it now. */
  handedTo?: string | null;
}
