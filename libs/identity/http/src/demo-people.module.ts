import { Module } from '@nestjs/common';

import { DemoPeopleController } from './demo-people.controller';
import { DemoPeopleService } from './demo-people.service';

/**
 * Import it in demonstration mode only; without it its addresses do not exist. Needs DEMO_PEOPLE, DEMO_PARTIES and
 * DEMO_TOKEN_ISSUER from a global module of the app.
 */
@Module({
  controllers: [DemoPeopleController],
  providers: [DemoPeopleService],
  exports: [DemoPeopleService],
})
export class DemoPeopleModule {}
