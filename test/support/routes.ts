import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isPolicy, type PolicyName } from '../../src/domain/access/policies';
import { policyKey } from '../../src/http/decorators';

export interface Route {
  method: 'GET' | 'POST';
  /** As registered, `/leads/:id`. */
  url: string;
  policy: PolicyName;
}

/** The handlers of all controllers with their methods, addresses and policies, as their decorators declare them. */
export function declaredRoutes(app: NestFastifyApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap(({ controllers }) => [
    ...controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => (metatype ? routesOf(metatype) : []));
}

function routesOf(controller: object): Route[] {
  const { prototype } = controller as { prototype: Record<string, unknown> };
  // Its own and those it inherits, as the server registers them.
  return new MetadataScanner().getAllMethodNames(prototype).flatMap((name): Route[] => {
    const handler = prototype[name] as object;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const policy = Reflect.getMetadata(policyKey, handler) as string | undefined;
    const paths = [controller, handler].map((one) => Reflect.getMetadata(PATH_METADATA, one) as string);
    const parts = paths.map((path) => path.replace(/^\/|\/$/g, '')).filter((path) => path !== '');
    const url = `/${parts.join('/')}`;
    if (policy === undefined || !isPolicy(policy))
      throw new Error(`${RequestMethod[method]} ${url} has no policy`);
    return [{ method: RequestMethod[method] as Route['method'], url, policy }];
  });
}
