CREATE TABLE `decisions` (
	`result_id` text NOT NULL,
	`carrier_id` text NOT NULL,
	`purpose` text NOT NULL,
	`verdict` text NOT NULL,
	`reason` text,
	`comment` text,
	`reviewer` text NOT NULL,
	`decided_at` integer NOT NULL,
	PRIMARY KEY(`result_id`, `carrier_id`, `purpose`)
);
--> statement-breakpoint
CREATE TABLE `round_parts` (
	`round_id` text NOT NULL,
	`name` text NOT NULL,
	`part` text NOT NULL,
	PRIMARY KEY(`round_id`, `name`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `round_chunks` ADD `candidates` text DEFAULT '[]' NOT NULL;