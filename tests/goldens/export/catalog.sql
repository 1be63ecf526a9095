-- Ratecard catalog 0.1.0
BEGIN;

CREATE TABLE providers (
  id VARCHAR(200) PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  home TEXT NOT NULL,
  currency TEXT NOT NULL
);

CREATE TABLE models (
  id VARCHAR(400) PRIMARY KEY,
  lab TEXT NOT NULL,
  lab_name TEXT NOT NULL,
  name TEXT NOT NULL,
  released TEXT,
  context_tokens BIGINT
);

CREATE TABLE offers (
  id VARCHAR(400) PRIMARY KEY,
  provider_id VARCHAR(200) NOT NULL REFERENCES providers (id),
  model_id VARCHAR(400) NOT NULL,
  api_model_id TEXT NOT NULL,
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  context_tokens BIGINT,
  checked TEXT NOT NULL,
  trust TEXT NOT NULL
);

CREATE TABLE sources (
  offer_id VARCHAR(400) NOT NULL REFERENCES offers (id),
  source_key VARCHAR(200) NOT NULL,
  url TEXT NOT NULL,
  title TEXT,
  retrieved TEXT NOT NULL,
  as_of TEXT,
  PRIMARY KEY (offer_id, source_key)
);

CREATE TABLE rates (
  offer_id VARCHAR(400) NOT NULL REFERENCES offers (id),
  path VARCHAR(200) NOT NULL,
  meter TEXT NOT NULL,
  state TEXT NOT NULL,
  price DECIMAL(38, 18),
  price_text TEXT,
  per_units BIGINT,
  currency TEXT NOT NULL,
  label TEXT,
  spec TEXT,
  conditions TEXT,
  conditions_json TEXT,
  block_json TEXT,
  tier_kind TEXT,
  tier_subject TEXT,
  tier_boundary TEXT,
  tier_span TEXT,
  valid_from TEXT,
  valid_until TEXT,
  reading TEXT,
  source_key VARCHAR(200) NOT NULL,
  PRIMARY KEY (offer_id, path)
);

CREATE TABLE tier_steps (
  offer_id VARCHAR(400) NOT NULL,
  rate_path VARCHAR(200) NOT NULL,
  step INTEGER NOT NULL,
  over_quantity DECIMAL(38, 18),
  over_text TEXT NOT NULL,
  price DECIMAL(38, 18),
  price_text TEXT NOT NULL,
  PRIMARY KEY (offer_id, rate_path, step),
  FOREIGN KEY (offer_id, rate_path) REFERENCES rates (offer_id, path)
);

CREATE TABLE rules (
  offer_id VARCHAR(400) NOT NULL REFERENCES offers (id),
  path VARCHAR(200) NOT NULL,
  kind TEXT NOT NULL,
  label TEXT,
  terms_json TEXT NOT NULL,
  valid_from TEXT,
  valid_until TEXT,
  source_key VARCHAR(200) NOT NULL,
  PRIMARY KEY (offer_id, path)
);

INSERT INTO providers (id, name, kind, home, currency) VALUES
  ('acme', 'Acme', 'gateway', 'https://acme.example', 'USD'),
  ('beta', 'Beta', 'host', 'https://beta.example', 'USD');

INSERT INTO models (id, lab, lab_name, name, released, context_tokens) VALUES
  ('lab/small', 'lab', 'Lab One', 'Small', '2026-03-17', 128000);

INSERT INTO offers (id, provider_id, model_id, api_model_id, name, currency, context_tokens, checked, trust) VALUES
  ('acme/small', 'acme', 'lab/small', '@acme/small', 'Acme Small', 'USD', 128000, '2026-11-20', 'checked'),
  ('beta/small', 'beta', 'lab/small', 'small', 'Small by the message', 'USD', NULL, '2026-11-20', 'checked');

INSERT INTO sources (offer_id, source_key, url, title, retrieved, as_of) VALUES
  ('acme/small', 'page', 'https://acme.example/prices?a=1&b=2', 'Prices | Acme', '2026-11-20', NULL),
  ('acme/small', 'provider/terms', 'https://acme.example/terms', NULL, '2026-11-01', NULL),
  ('beta/small', 'page', 'https://beta.example/small', NULL, '2026-11-19', NULL);

INSERT INTO rates (offer_id, path, meter, state, price, price_text, per_units, currency, label, spec, conditions, conditions_json, block_json, tier_kind, tier_subject, tier_boundary, tier_span, valid_from, valid_until, reading, source_key) VALUES
  ('acme/small', 'periods/0/rates/0', 'input_tokens', 'published', 0.4, '0.40', 1000000, 'USD', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', NULL, 'page'),
  ('acme/small', 'periods/1/rates/0', 'input_tokens', 'published', 0.35, '0.35', 1000000, 'USD', NULL, 'per 1M prompt tokens', NULL, NULL, NULL, 'cliff', 'input_tokens', 'exclusive', 'request', '2026-11-01T00:00:00Z', NULL, NULL, 'page'),
  ('acme/small', 'periods/1/rates/1', 'cache_read_tokens', 'published', 0.035, '0.035', 1000000, 'USD', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', NULL, NULL, 'page'),
  ('acme/small', 'periods/1/rates/2', 'output_tokens', 'published', 1.4, '1.40', 1000000, 'USD', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', NULL, NULL, 'page'),
  ('acme/small', 'periods/1/rates/3', 'output_tokens', 'published', 0.6, '0.60', 1000000, 'USD', NULL, NULL, 'service tier flex, until 2027-01-01', '{"service_tier":"flex","dates":{"until":"2027-01-01"}}', NULL, NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', '2027-01-01T00:00:00Z', NULL, 'page'),
  ('acme/small', 'periods/1/rates/4', 'web_searches', 'published', 10, '10', 1000, 'USD', 'Web Search', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', NULL, 'read as for each search', 'page'),
  ('acme/small', 'periods/1/rates/5', 'compute_seconds', 'published', 0.04, '0.04', 3600, 'USD', NULL, NULL, NULL, NULL, '{"minimum":"10"}', NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', NULL, NULL, 'page'),
  ('acme/small', 'periods/1/rates/6', 'storage_gb_days', 'published', 0.1, '0.10', 1, 'USD', NULL, NULL, NULL, NULL, NULL, 'graduated', 'storage_gb_days', 'exclusive', 'month', '2026-11-01T00:00:00Z', NULL, NULL, 'page'),
  ('acme/small', 'periods/1/rates/7', 'messages', 'included', 0, '0', 1, 'USD', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', NULL, NULL, 'page'),
  ('acme/small', 'periods/1/rates/8', 'output_reasoning_tokens', 'unpublished', NULL, NULL, NULL, 'USD', NULL, NULL, 'mode deep', '{"mode":"deep"}', NULL, NULL, NULL, NULL, NULL, '2026-11-01T00:00:00Z', NULL, NULL, 'page'),
  ('beta/small', 'periods/0/rates/0', 'messages', 'published', 0.0019, '0.0019', 1, 'USD', 'Per Message', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'page'),
  ('beta/small', 'periods/0/rates/1', 'web_searches', 'unpublished', NULL, NULL, NULL, 'USD', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'page');

INSERT INTO tier_steps (offer_id, rate_path, step, over_quantity, over_text, price, price_text) VALUES
  ('acme/small', 'periods/1/rates/0', 0, 200000, '200000', 0.7, '0.70'),
  ('acme/small', 'periods/1/rates/6', 0, 10, '10', 0.08, '0.08'),
  ('acme/small', 'periods/1/rates/6', 1, 100.5, '100.5', 0.05, '0.05');

INSERT INTO rules (offer_id, path, kind, label, terms_json, valid_from, valid_until, source_key) VALUES
  ('acme/small', 'periods/1/multipliers/0', 'multipliers', 'Batch', '{"factor":"0.5","meters":["input_tokens","output_tokens"],"label":"Batch","when":{"service_tier":"batch"},"source":"page"}', '2026-11-01T00:00:00Z', NULL, 'page'),
  ('acme/small', 'periods/1/allowances/0', 'allowances', 'Free searches', '{"meters":["web_searches"],"quantity":"100","span":"month","label":"Free searches","source":"page"}', '2026-11-01T00:00:00Z', NULL, 'page'),
  ('acme/small', 'periods/1/fees/0', 'fees', 'Platform fee', '{"kind":"percent","percent":"5","base":"usage_cost","label":"Platform fee","source":"page"}', '2026-11-01T00:00:00Z', NULL, 'page'),
  ('acme/small', 'periods/1/fees/1', 'fees', 'Plan', '{"kind":"recurring","amount":"20","span":"month","label":"Plan","when":{"plan":"pro"},"source":"page"}', '2026-11-01T00:00:00Z', NULL, 'page'),
  ('acme/small', 'periods/1/credits/0', 'credits', 'Welcome', '{"amount":"0.25","span":"once","label":"Welcome","source":"page"}', '2026-11-01T00:00:00Z', NULL, 'page'),
  ('beta/small', 'periods/0/request_rounding', 'request_rounding', NULL, '{"increment":"0.001","mode":"up","source":"page"}', NULL, NULL, 'page'),
  ('acme/small', 'funding/0', 'funding', NULL, '{"method":"card","fee":{"percent":"5.5","minimum":"0.80","charged":"on_top"},"purchase":{"minimum":"5"},"source":"provider/terms"}', NULL, NULL, 'provider/terms');

COMMIT;
