import { DemoPeopleService } from '@intekenboek/identity-http';
import { originOf, pageLanguageOf, sendPage } from '@intekenboek/platform-nest';
import { Controller, Get, Inject, Optional, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';

import { PAGE_MODEL, type PageModelSource } from './page-model';
import { PAGE_TEXTS } from './page.texts';
import { pageBody } from './page.view';

/** The first page: what runs here and what a visitor can do. */
@Controller()
export class PageController {
  constructor(
    @Inject(PAGE_MODEL) private readonly source: PageModelSource,
    @Optional() @Inject(DemoPeopleService) private readonly demoPeople: DemoPeopleService | null,
  ) {}

  @Get()
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const origin = originOf(request);
    const language = pageLanguageOf(request);
    const [model, people] = await Promise.all([this.source.read(), this.demoPeople?.list(origin) ?? null]);
    sendPage(response, {
      language,
      title: PAGE_TEXTS[language].title,
      path: '/',
      body: pageBody({ model, people, origin, language }),
    });
  }
}
