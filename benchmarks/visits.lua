-- Visitors for wrk: each asks for a page, now and then for what pages bring, a search's parts, data or a wrong address.
-- The paths stand in the file that is named after `--`, a line each: how often, what it is to be answered with, the path.

local paths = {}

function init(arguments)
  math.randomseed(20261122)
  for line in io.lines(arguments[1]) do
    local often, path = line:match("^(%d+) (.+)$")
    for _ = 1, tonumber(often) do paths[#paths + 1] = path end
  end
end

function request()
  return wrk.format("GET", paths[math.random(#paths)], { ["Accept-Encoding"] = "gzip" })
end

function done(summary, latency, _)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format(
    "RESULT %d %d %d %.2f %.2f %.2f %.2f %d\n", summary.requests, summary.duration, failed,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.bytes))
end
