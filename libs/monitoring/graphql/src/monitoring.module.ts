import { Module } from '@nestjs/common';

import { MyCommitmentsResolver } from './my-commitments.resolver';
import { OverviewResolver } from './overview.resolver';
import { MunicipalityProgressResolver, ProvinceProgressResolver } from './territory-progress.resolver';

/**
 * Needs MONITORING_STORE and CLOCK from a global module of the application, and ReferenceDataModule beside it: it adds
 * fields to its municipalities and provinces.
 */
@Module({
  providers: [
    MyCommitmentsResolver,
    OverviewResolver,
    MunicipalityProgressResolver,
    ProvinceProgressResolver,
  ],
})
export class MonitoringModule {}
