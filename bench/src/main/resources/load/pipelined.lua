-- Sends a burst of requests at once and the next one when all its answers are there.
init = function(arguments)
  local burst = {}
  for i = 1, tonumber(arguments[1]) do
    burst[i] = wrk.format()
  end
  requests = table.concat(burst)
end

request = function()
  return requests
end
