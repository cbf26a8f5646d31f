"""Who looks where, and who would act: plans for several parties, which command nothing."""
