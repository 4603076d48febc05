-- across tenants: what the store loads at its start, before it takes a delivery of any tenant.
-- Every key of every erased subject: nothing of these may be stored again (design, section 5).
SELECT
  tenant_id,                                            -- slug of the customer
  arrayJoin(arrayPushBack(links, subject_key)) AS key   -- the tombstone's own key and those of the same subject
FROM observations
WHERE mark = 'erased'
GROUP BY tenant_id, key
