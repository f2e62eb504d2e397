-- What wrk sends: the plan that `wrk.py` wrote (a table in Lua, its path in WRK_PLAN). A plan has `asks` (path, headers,
-- and for POST one or more bodies that take turns), `method`, and `prefix`, with which every new id begins. In a body
-- @1@, @2@ … stand for new ids, and @0@ for the @1@ of the same kiosk's body before. What was sent and not answered when
-- time was up goes to `plan.unanswered`, so that it can be sent again, as kiosks do.
local plan = dofile(os.getenv("WRK_PLAN"))
local chance = io.open("/dev/urandom", "rb")
local threads = {}

-- Read by done(), from each thread
stored, conflict, other, pending = 0, 0, 0, {}

local function new_id()
  local a, b, c, d, e, f, g, h, i, j, k, l = chance:read(12):byte(1, 12)
  return string.format("%s-%02x%02x-4%01x%02x-8%01x%02x-%02x%02x%02x%02x%02x%02x",
    plan.prefix, a, b, c % 16, d, e % 16, f, g, h, i, j, k, l)
end

function setup(thread)
  thread:set("place", #threads)
  table.insert(threads, thread)
end

function init()
  -- No kiosk is two threads'
  turn, step = place - plan.threads + 1, plan.threads
  for _, ask in ipairs(plan.asks) do
    ask.round, ask.last = 0, ""
    if not ask.bodies then ask.whole = wrk.format(plan.method, ask.path, ask.headers) end
  end
end

local function filled(ask, template)
  local ids = { ["0"] = ask.last }
  local body = template:gsub("@(%d+)@", function(name)
    if not ids[name] then ids[name] = new_id() end
    return ids[name]
  end)
  ask.last = ids["1"] or ""
  return body, ids
end

function request()
  turn = (turn + step - 1) % (#plan.asks - #plan.asks % step) + 1
  local ask = plan.asks[turn]
  if ask.whole then return ask.whole end
  ask.round = ask.round % #ask.bodies + 1
  local body, ids = filled(ask, ask.bodies[ask.round])
  for name, id in pairs(ids) do
    if name ~= "0" then pending[id] = turn .. "\t" .. body end
  end
  return wrk.format(plan.method, ask.path, ask.headers, body)
end

if plan.ledger then
  function response(status, headers, body)
    for id, what in body:gmatch('"id":"([%x-]+)","status":"(%a+)"') do
      pending[id] = nil
      if what == "stored" then stored = stored + 1
      elseif what == "conflict" then conflict = conflict + 1
      else other = other + 1 end
    end
  end
end

function done(summary, latency, requests)
  local said, lines = { stored = 0, conflict = 0, other = 0 }, {}
  for _, thread in ipairs(threads) do
    for what in pairs(said) do said[what] = said[what] + thread:get(what) end
    for _, line in pairs(thread:get("pending")) do lines[line] = true end
  end
  local file = io.open(plan.unanswered, "w")
  for line in pairs(lines) do file:write(line, "\n") end
  file:close()
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"seconds":%f,"read_bytes":%d,"refused":%d,"broken":%d,"p50_ms":%f,"p99_ms":%f,"stored":%d,"conflict":%d,"other":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    said.stored, said.conflict, said.other))
end
