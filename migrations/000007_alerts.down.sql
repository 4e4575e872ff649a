BEGIN;
DROP TABLE alert_push_keys, alert_views, alert_messages, alerts, alert_people;
COMMIT;
