import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { mergeMap, Observable } from 'rxjs';
import { FileAnswer } from '../http/answers';
import { RefusalWatch } from '../http/refusal-watch';
import type { AppRequest } from '../http/request';
import { accessorOf, AccessLog } from './access-log';

/**
 * Everything that is handed out as a file is recorded before its first byte leaves; no controller has to think of it.
 * Of an archive each file in it is, with what the archive is of. Asking for the headers alone hands nothing out.
 */
@Injectable()
export class HandedOutFiles implements NestInterceptor {
  constructor(private readonly accesses: AccessLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AppRequest>();
    return next.handle().pipe(mergeMap((answer: unknown) => this.recorded(answer, request)));
  }

  private async recorded(answer: unknown, request: AppRequest): Promise<unknown> {
    if (!(answer instanceof FileAnswer) || request.method === 'HEAD') return answer;
    const by = accessorOf(request);
    const { route, subject } = placeOf(request);
    if (by === null || route.startsWith('/assets/')) return answer;
    const kind = /\/files\//.test(`${route}/`) ? 'download' : 'export';
    const records =
      answer.holds.length === 0
        ? [{ kind, by, subject, detail: route } as const]
        : answer.holds.map(
            (held) =>
              ({ kind, by, subject: held, detail: `${subject.type} ${subject.id} ${route}` }) as const,
          );
    await Promise.all(records.map((record) => this.accesses.written(record)));
    return answer;
  }
}

/** What was refused although it exists. Pages opened by nobody, such as a machine at a link, leave nothing. */
@Injectable()
export class WatchedRefusals extends RefusalWatch {
  constructor(private readonly accesses: AccessLog) {
    super();
  }

  refused(request: AppRequest, keptFrom: { type: string; id: string } | null): void {
    const by = accessorOf(request);
    if (by === null) return;
    const { route, subject } = placeOf(request);
    this.accesses.note({
      kind: 'denied',
      by,
      subject: keptFrom ?? subject,
      detail: `${request.method} ${route}`,
    });
  }
}

/** The pattern of the route, and what its last id belongs to: `/rounds/:id/results.xlsx` is about a round. */
function placeOf(request: AppRequest): { route: string; subject: { type: string; id: string } } {
  const route = request.routeOptions.url ?? '';
  const params = (request.params ?? {}) as Record<string, string | undefined>;
  const parts = route.split('/').filter(Boolean);
  const at = parts.findLastIndex((part) => part.startsWith(':'));
  const noun = parts[at === -1 ? 0 : at - 1] ?? '';
  return { route, subject: { type: nounOf(noun), id: params[(parts[at] ?? '').slice(1)] ?? '' } };
}

function nounOf(segment: string): string {
  const bare = segment.replace(/\.\w+$/, '');
  return /^(files|leads|rounds|projects|letters|boards|hosts|panels)$/.test(bare) ? bare.slice(0, -1) : bare;
}
