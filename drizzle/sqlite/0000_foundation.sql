CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`filename` text NOT NULL,
	`state` text NOT NULL,
	`bytes` blob,
	`progress` text,
	`report` text,
	`error` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_waits` (
	`parent_key` text NOT NULL,
	`child_key` text NOT NULL,
	PRIMARY KEY(`parent_key`, `child_key`),
	FOREIGN KEY (`parent_key`) REFERENCES `jobs`(`key`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`child_key`) REFERENCES `jobs`(`key`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `job_waits_by_child` ON `job_waits` (`child_key`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`key` text NOT NULL,
	`name` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`standalone` integer NOT NULL,
	`attempts` integer NOT NULL,
	`max_attempts` integer NOT NULL,
	`run_at` integer NOT NULL,
	`owner` text,
	`lease_until` integer,
	`handed_over_at` integer,
	`progress` text,
	`error` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key_unique` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_by_state` ON `jobs` (`state`,`seq`);--> statement-breakpoint
CREATE TABLE `analyses` (
	`hash` text NOT NULL,
	`analyser` text NOT NULL,
	`analysis` text NOT NULL,
	PRIMARY KEY(`hash`, `analyser`)
);
--> statement-breakpoint
CREATE TABLE `carriers` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`identity` text NOT NULL,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`hash`) REFERENCES `record_versions`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `carriers_by_identity` ON `carriers` (`identity`);--> statement-breakpoint
CREATE TABLE `record_versions` (
	`hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `results` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`identity` text NOT NULL,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`hash`) REFERENCES `record_versions`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `results_by_identity` ON `results` (`identity`);--> statement-breakpoint
CREATE TABLE `revisions` (
	`kind` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `round_chunks` (
	`round_id` text NOT NULL,
	`chunk` integer NOT NULL,
	`no_fits` text NOT NULL,
	PRIMARY KEY(`round_id`, `chunk`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `round_matches` (
	`round_id` text NOT NULL,
	`chunk` integer NOT NULL,
	`position` integer NOT NULL,
	`result_id` text NOT NULL,
	`carrier_id` text NOT NULL,
	`purpose` text NOT NULL,
	`affinity` real NOT NULL,
	`match` text NOT NULL,
	PRIMARY KEY(`round_id`, `chunk`, `position`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `round_matches_by_result` ON `round_matches` (`round_id`,`result_id`,`purpose`,`affinity`);--> statement-breakpoint
CREATE INDEX `round_matches_by_carrier` ON `round_matches` (`round_id`,`carrier_id`,`purpose`,`affinity`);--> statement-breakpoint
CREATE INDEX `round_matches_best` ON `round_matches` (`round_id`,affinity desc,`carrier_id`,`result_id`);--> statement-breakpoint
CREATE INDEX `round_matches_best_by_purpose` ON `round_matches` (`round_id`,`purpose`,affinity desc,`carrier_id`,`result_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`plan` text NOT NULL,
	`report` text,
	`created_at` integer NOT NULL,
	`finished_at` integer
);
