CREATE TABLE `models` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`ordinal` integer NOT NULL,
	`analyser` text NOT NULL,
	`records` integer NOT NULL,
	`background_texts` integer NOT NULL,
	`background` text NOT NULL,
	`lost` text NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `models_ordinal_unique` ON `models` (`ordinal`);--> statement-breakpoint
ALTER TABLE `round_chunks` ADD `model` text;--> statement-breakpoint
ALTER TABLE `rounds` ADD `model` text REFERENCES models(fingerprint);