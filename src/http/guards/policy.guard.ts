import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../../config/config';
import { allows, PolicyName, policyNeeds } from '../../domain/access/policies';
import { Refused, refuse } from '../../domain/shared/refusal';
import { policyKey } from '../decorators';
import { AppRequest, visitOf } from '../request';
import { NotSignedIn } from '../stale-form';

/** Last of the guards: may this person use this route at all? A route without a policy is closed. */
@Injectable()
export class PolicyGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const policy = this.reflector.get<PolicyName | undefined>(policyKey, context.getHandler());
    if (!policy) throw new Refused(refuse('noPolicy'), 403);
    const { viewer, ballot, handedTo = null } = visitOf(context.switchToHttp().getRequest<AppRequest>());
    if (allows(policy, viewer, ballot, this.config.MODE)) return true;
    const needs = policyNeeds(policy);
    if (needs === 'demo') throw new Refused(refuse('notFound'), 404);
    if (needs === 'ballot') throw new NotSignedIn('ballot', handedTo);
    if (!viewer) throw new NotSignedIn('person');
    throw new Refused(refuse('notForYourRole'), 403);
  }
}
