import { createParamDecorator, ExecutionContext, SetMetadata } from '@nestjs/common';
import type { PolicyName } from '../domain/access/policies';
import type { BallotViewer, Viewer } from '../domain/access/viewer';
import type { Words } from '../words/words';
import { AppRequest, visitOf } from './request';

export const policyKey = 'policy';

/** Who may use a route; a route without it is closed to everyone. */
export const Policy = (name: PolicyName): MethodDecorator => SetMetadata(policyKey, name);

export const takesFilesKey = 'takesFiles';

/** A route that reads its form with `uploadParts`, which checks the CSRF field; no other takes a multipart form. */
export const TakesFiles = (): MethodDecorator => SetMetadata(takesFilesKey, true);

export const asksProofKey = 'asksProof';

/** A route that does what binds many: it asks again who is there when the last proof is too old. */
export const AsksProof = (): MethodDecorator => SetMetadata(asksProofKey, true);

const requestOf = (context: ExecutionContext): AppRequest => context.switchToHttp().getRequest<AppRequest>();

/** The signed-in person. Only for routes whose policy asks for one. */
export const CurrentViewer = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = visitOf(requestOf(context));
  if (!viewer) throw new Error('This route needs a policy that asks for a signed-in person');
  return viewer;
});

/** The signed-in person, or null on a route that is open to anyone. */
export const MaybeViewer = createParamDecorator(
  (_: unknown, context: ExecutionContext): Viewer | null => visitOf(requestOf(context)).viewer,
);

/** The seat and round that a mailed link has opened. Only for routes with a `ballot` policy. */
export const CurrentBallot = createParamDecorator((_: unknown, context: ExecutionContext): BallotViewer => {
  const { ballot } = visitOf(requestOf(context));
  if (!ballot) throw new Error('This route needs a ballot policy');
  return ballot;
});

/** The seat that a mailed link has opened, or null, on a route that is open to signed-in people too. */
export const MaybeBallot = createParamDecorator(
  (_: unknown, context: ExecutionContext): BallotViewer | null => visitOf(requestOf(context)).ballot,
);

/** The words of the language this page is shown in. */
export const CurrentWords = createParamDecorator(
  (_: unknown, context: ExecutionContext): Words => visitOf(requestOf(context)).words,
);

/** The fields of a form, nested as their names say; always an object. */
export const FormBody = createParamDecorator(
  (_: unknown, context: ExecutionContext): Record<string, unknown> => {
    const { body } = requestOf(context);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? (body as Record<string, unknown>)
      : {};
  },
);
