import { DemoPeopleModule } from '@intekenboek/identity-http';
import { Module } from '@nestjs/common';

import { ExplorerController } from './explorer.controller';
import { PageController } from './page.controller';

/** The first page outside the demonstration. Needs PAGE_MODEL from a global module. */
@Module({ controllers: [PageController] })
export class PageModule {}

/** The first page, the demo people and the explorer. Needs what DemoPeopleModule needs, too. */
@Module({ imports: [DemoPeopleModule], controllers: [PageController, ExplorerController] })
export class DemonstrationPageModule {}
