import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AnswerInterceptor } from './answer.interceptor';
import { AssetsController } from './assets.controller';
import { ErrorFilter } from './error.filter';
import { FrameBuilder } from './frame-builder';
import { CsrfGuard } from './guards/csrf.guard';
import { IdentityGuard } from './guards/identity.guard';
import { PolicyGuard } from './guards/policy.guard';
import { LocaleController } from './locale.controller';
import { SignInPage } from './sign-in-page';
import { AssetManifest } from './views/asset-manifest';
import { ViewEngine } from './views/view-engine';
import { programAssets, programViews } from './views/program-views';

/** What every page goes through: who is it, is it our form, may they, render, explain errors. In this order. */
@Global()
@Module({
  controllers: [AssetsController, LocaleController],
  providers: [
    { provide: ViewEngine, useFactory: programViews },
    { provide: AssetManifest, useFactory: programAssets },
    FrameBuilder,
    SignInPage,
    { provide: APP_GUARD, useClass: IdentityGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_GUARD, useClass: PolicyGuard },
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_FILTER, useClass: ErrorFilter },
  ],
  exports: [ViewEngine, AssetManifest, FrameBuilder, SignInPage],
})
export class HttpModule {}
