CREATE TABLE "embeddings" (
	"model" text collate "C" NOT NULL,
	"text_hash" text collate "C" NOT NULL,
	"dimensions" integer NOT NULL,
	"vector" "bytea" NOT NULL,
	CONSTRAINT "embeddings_model_text_hash_pk" PRIMARY KEY("model","text_hash")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"filename" text collate "C" NOT NULL,
	"state" text collate "C" NOT NULL,
	"bytes" "bytea",
	"progress" text,
	"report" text,
	"error" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_waits" (
	"parent_key" text collate "C" NOT NULL,
	"child_key" text collate "C" NOT NULL,
	CONSTRAINT "job_waits_parent_key_child_key_pk" PRIMARY KEY("parent_key","child_key")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "jobs_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"key" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"payload" text NOT NULL,
	"state" text collate "C" NOT NULL,
	"standalone" boolean NOT NULL,
	"attempts" integer NOT NULL,
	"max_attempts" integer NOT NULL,
	"run_at" bigint NOT NULL,
	"owner" text collate "C",
	"lease_until" bigint,
	"handed_over_at" bigint,
	"progress" text,
	"error" text collate "C",
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "jobs_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "models" (
	"fingerprint" text collate "C" PRIMARY KEY NOT NULL,
	"ordinal" integer NOT NULL,
	"analyser" text collate "C" NOT NULL,
	"records" integer NOT NULL,
	"background_texts" integer NOT NULL,
	"background" text NOT NULL,
	"lost" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "models_ordinal_unique" UNIQUE("ordinal")
);
--> statement-breakpoint
CREATE TABLE "analyses" (
	"hash" text collate "C" NOT NULL,
	"analyser" text collate "C" NOT NULL,
	"analysis" text NOT NULL,
	CONSTRAINT "analyses_hash_analyser_pk" PRIMARY KEY("hash","analyser")
);
--> statement-breakpoint
CREATE TABLE "carriers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"identity" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_versions" (
	"hash" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"content" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "results" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"hash" text collate "C" NOT NULL,
	"identity" text collate "C" NOT NULL,
	"search_text" text collate "C" NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"kind" text collate "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"result_id" text collate "C" NOT NULL,
	"carrier_id" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"verdict" text collate "C" NOT NULL,
	"reason" text collate "C",
	"comment" text collate "C",
	"reviewer" text collate "C" NOT NULL,
	"decided_at" bigint NOT NULL,
	CONSTRAINT "decisions_result_id_carrier_id_purpose_pk" PRIMARY KEY("result_id","carrier_id","purpose")
);
--> statement-breakpoint
CREATE TABLE "round_chunks" (
	"round_id" text collate "C" NOT NULL,
	"chunk" integer NOT NULL,
	"no_fits" text NOT NULL,
	"candidates" text NOT NULL,
	"model" text collate "C",
	CONSTRAINT "round_chunks_round_id_chunk_pk" PRIMARY KEY("round_id","chunk")
);
--> statement-breakpoint
CREATE TABLE "round_matches" (
	"round_id" text collate "C" NOT NULL,
	"chunk" integer NOT NULL,
	"position" integer NOT NULL,
	"result_id" text collate "C" NOT NULL,
	"carrier_id" text collate "C" NOT NULL,
	"purpose" text collate "C" NOT NULL,
	"affinity" double precision NOT NULL,
	"match" text NOT NULL,
	CONSTRAINT "round_matches_round_id_chunk_position_pk" PRIMARY KEY("round_id","chunk","position")
);
--> statement-breakpoint
CREATE TABLE "round_parts" (
	"round_id" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"part" text NOT NULL,
	CONSTRAINT "round_parts_round_id_name_pk" PRIMARY KEY("round_id","name")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"state" text collate "C" NOT NULL,
	"plan" text NOT NULL,
	"report" text,
	"model" text collate "C",
	"created_at" bigint NOT NULL,
	"finished_at" bigint
);
--> statement-breakpoint
ALTER TABLE "job_waits" ADD CONSTRAINT "job_waits_parent_key_jobs_key_fk" FOREIGN KEY ("parent_key") REFERENCES "jobs"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_waits" ADD CONSTRAINT "job_waits_child_key_jobs_key_fk" FOREIGN KEY ("child_key") REFERENCES "jobs"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carriers" ADD CONSTRAINT "carriers_hash_record_versions_hash_fk" FOREIGN KEY ("hash") REFERENCES "record_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "results" ADD CONSTRAINT "results_hash_record_versions_hash_fk" FOREIGN KEY ("hash") REFERENCES "record_versions"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_chunks" ADD CONSTRAINT "round_chunks_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_matches" ADD CONSTRAINT "round_matches_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_parts" ADD CONSTRAINT "round_parts_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_model_models_fingerprint_fk" FOREIGN KEY ("model") REFERENCES "models"("fingerprint") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_waits_by_child" ON "job_waits" USING btree ("child_key");--> statement-breakpoint
CREATE INDEX "jobs_by_state" ON "jobs" USING btree ("state","seq");--> statement-breakpoint
CREATE INDEX "jobs_by_lease" ON "jobs" USING btree ("lease_until") WHERE state = 'active';--> statement-breakpoint
CREATE INDEX "carriers_by_identity" ON "carriers" USING hash ("identity");--> statement-breakpoint
CREATE INDEX "carriers_by_revision" ON "carriers" USING btree ("revision");--> statement-breakpoint
CREATE INDEX "results_by_identity" ON "results" USING hash ("identity");--> statement-breakpoint
CREATE INDEX "results_by_revision" ON "results" USING btree ("revision");--> statement-breakpoint
CREATE INDEX "round_matches_by_result" ON "round_matches" USING btree ("round_id","result_id","purpose","affinity");--> statement-breakpoint
CREATE INDEX "round_matches_by_carrier" ON "round_matches" USING btree ("round_id","carrier_id","purpose","affinity");--> statement-breakpoint
CREATE INDEX "round_matches_best" ON "round_matches" USING btree ("round_id",affinity desc,"carrier_id","result_id");--> statement-breakpoint
CREATE INDEX "round_matches_best_by_purpose" ON "round_matches" USING btree ("round_id","purpose",affinity desc,"carrier_id","result_id");