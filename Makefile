# Cầu Việc. `make` lists what can be made.
SHELL := /bin/bash
.DEFAULT_GOAL := help

.PHONY: help
help: ## list these lines
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

.PHONY: run
run: build ## build and serve the sample world on http://127.0.0.1:8080
	./bin/cauviec serve --demo

.PHONY: build
build: ## put the binary at bin/cauviec
	go build -o bin/cauviec ./cmd/cauviec

.PHONY: test
test: ## every test: rules, real PostgreSQL, router, real browser
	./tools/need-browser
	./tools/test

.PHONY: check
check: ## format, vet, lint, generated files current, known vulnerabilities
	./tools/check

.PHONY: bench
bench: ## measure the public pages, alone and beside other work, and imports as ratios against baselines of the same run
	go test -run '^$$' -bench PublicPages -benchtime 15x -timeout 30m ./web/vacancies
	go test -run '^$$' -bench BesideWork -benchtime 3x -timeout 30m ./web/vacancies
	go test -run '^$$' -bench Import -benchtime 5x -timeout 30m ./internal/intake

.PHONY: generate
generate: ## write the Go of the templ pages, and the schema dump
	go tool templ generate
	go test ./internal/postgres -run TestSchemaDump -update

.PHONY: css
css: ## build the style sheet from the pages (needs npm)
	npm ci --prefix web/css --no-audit --no-fund
	npm run --prefix web/css css

.PHONY: dev
dev: ## serve the sample world and rebuild when a file changes
	go tool templ generate --watch --cmd "go run ./cmd/cauviec serve --demo"
