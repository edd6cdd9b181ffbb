import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { asksProofKey } from '../decorators';
import { FreshProof } from '../fresh-proof';
import type { AppRequest } from '../request';
import { isMultipart } from './csrf.guard';

/** After the others: what binds many asks again who is there. A form with files asks for itself, once it is read. */
@Injectable()
export class ProofGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly proof: FreshProof,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const asks = this.reflector.get<boolean | undefined>(asksProofKey, context.getHandler()) === true;
    const request = context.switchToHttp().getRequest<AppRequest>();
    if (asks && !isMultipart(request)) {
      const body: unknown = request.body;
      const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
      await this.proof.insist(request, fields);
    }
    return true;
  }
}
