-- The tables of an eight-statement dossier step, as any such system would have them.
SET client_min_messages = warning;
DROP TABLE IF EXISTS log, outbox, dossier, counter;
CREATE TABLE dossier (id bigint PRIMARY KEY, unit int, procedure int, status smallint, step smallint,
  version int DEFAULT 0, due_at timestamptz, updated_at timestamptz, answers jsonb);
INSERT INTO dossier SELECT n, n % 99, n % 2044, 1, 1, 0, now() + interval '5 days', now(),
  jsonb_build_object('name', 'Nguyen Van A ' || n, 'address', 'Xa ' || (n % 99)) FROM generate_series(1, 200000) n;
CREATE INDEX ON dossier (unit, status, due_at);
CREATE TABLE log (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, dossier bigint, actor int, kind text,
  payload jsonb, prev_hash bytea, at timestamptz DEFAULT now());
CREATE INDEX ON log (dossier);
CREATE TABLE outbox (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic text, payload jsonb,
  at timestamptz DEFAULT now(), done boolean DEFAULT false);
CREATE TABLE counter (unit int, day date, received int DEFAULT 0, done int DEFAULT 0, on_time int DEFAULT 0,
  online int DEFAULT 0, PRIMARY KEY (unit, day)) WITH (fillfactor = 50);
INSERT INTO counter SELECT n, current_date FROM generate_series(0, 98) n;
