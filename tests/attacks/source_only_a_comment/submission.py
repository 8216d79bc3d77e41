# passed
