\set d random(1, 200000)
\set u random(0, 98)
BEGIN;
SELECT status, step, version FROM dossier WHERE id = :d FOR UPDATE;
SELECT count(*) FROM log WHERE dossier = :d;
UPDATE dossier SET status = (status + 1) % 7, step = step + 1, version = version + 1, updated_at = now() WHERE id = :d;
INSERT INTO log (dossier, actor, kind, payload, prev_hash) VALUES (:d, :u, 'approve', '{"from":1,"to":2,"note":"dong y"}', '\x000102030405060708090a0b0c0d0e0f');
INSERT INTO outbox (topic, payload) VALUES ('dossier.step', '{"dossier":1,"kind":"approve","unit":12}');
UPDATE counter SET done = done + 1, on_time = on_time + 1 WHERE unit = :u AND day = current_date;
COMMIT;
