ALTER TABLE `carriers` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `carriers_by_revision` ON `carriers` (`revision`);--> statement-breakpoint
ALTER TABLE `results` ADD `revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `results_by_revision` ON `results` (`revision`);