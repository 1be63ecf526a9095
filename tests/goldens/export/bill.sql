-- acme/small at 2026-10-01: exact cost of the usage in USD, without fees
WITH requests AS (
  SELECT input_tokens FROM usage WHERE offer_id = 'acme/small'
),
parts_0 AS (
  SELECT requests.*,
    CASE WHEN input_tokens IS NULL THEN 0 ELSE input_tokens END AS own_input_tokens
  FROM requests
),
sums AS (
  SELECT
    COUNT(*) AS requests,
    COALESCE(SUM(CASE WHEN input_tokens < 0 OR own_input_tokens < 0 THEN 1 ELSE 0 END), 0) AS problem_requests,
    COALESCE(SUM(own_input_tokens), 0) AS q_0
  FROM parts_0
),
lines AS (
  SELECT 1 AS line, 'periods/0/rates/0' AS rate, 'input_tokens' AS meter, CAST(q_0 AS DECIMAL(38, 0)) AS quantity, CAST('0.4' AS DECIMAL(38, 1)) AS micro_price, problem_requests FROM sums
),
priced AS (
  SELECT lines.*, quantity * micro_price AS micro_amount FROM lines WHERE quantity <> 0
)
SELECT line, rate, meter, quantity, micro_price, micro_amount, micro_amount * 0.000001 AS amount, problem_requests
FROM priced
UNION ALL
SELECT 2, 'total', 'requests', CAST(requests AS DECIMAL(38, 0)), NULL,
  CASE WHEN problem_requests = 0 THEN COALESCE((SELECT SUM(micro_amount) FROM priced), 0) END,
  CASE WHEN problem_requests = 0 THEN COALESCE((SELECT SUM(micro_amount * 0.000001) FROM priced), 0) END,
  problem_requests
FROM sums
ORDER BY line;
Counts are BIGINT columns (input_tokens); NULL is a count that was not stated.
problem_requests counts rows with a negative count or with parts larger than their whole; with any, the total is NULL.
Exact while every amount has at most 31 digits before the point; beyond that DuckDB stops with an error.
Fees, credits and everything else beside the usage are left out.
