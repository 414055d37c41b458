CREATE TABLE `embeddings` (
	`model` text NOT NULL,
	`text_hash` text NOT NULL,
	`dimensions` integer NOT NULL,
	`vector` blob NOT NULL,
	PRIMARY KEY(`model`, `text_hash`)
);
