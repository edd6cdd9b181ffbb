import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, mergeMap, Observable, of } from 'rxjs';
import type { PolicyName } from '../domain/access/policies';
import { refuse, Refused } from '../domain/shared/refusal';
import { seeOther } from '../http/answers';
import { policyKey } from '../http/decorators';
import { visitOf, type AppRequest } from '../http/request';
import { PledgesQueries } from './pledges.queries';

/** Where material of leads is read by signed-in people. */
const MATERIAL: ReadonlySet<PolicyName> = new Set<PolicyName>([
  'lead.list',
  'lead.show',
  'contact.show',
  'contact.unmask',
  'file.read',
  'result.show',
  'letter.show',
  'consultation.show',
  'cage.list',
  'cage.show',
]);

/** Whoever has not promised the version in force is shown the pledge first, and comes back to where they were going. */
@Injectable()
export class PledgeFirst implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly pledges: PledgesQueries,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const policy = this.reflector.get<PolicyName | undefined>(policyKey, context.getHandler());
    const request = context.switchToHttp().getRequest<AppRequest>();
    const { viewer } = visitOf(request);
    if (policy === undefined || viewer === null || !MATERIAL.has(policy)) return next.handle();
    return from(this.pledges.hasGiven(viewer.personId)).pipe(
      mergeMap((given) => {
        if (given) return next.handle();
        if (request.method !== 'GET') throw new Refused(refuse('pledgeMissing'), 409);
        return of(seeOther(`/pledge?next=${encodeURIComponent(request.url)}`));
      }),
    );
  }
}
