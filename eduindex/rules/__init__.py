"""What ``validate`` knows: one module a family of rules, each rule data plus (where reading does not find it) a function."""
