# Terraform with tfguard in front of it, for any Makefile:
#
#     include tfguard.mk
#
#     make plan       show what would change
#     make check      plan, and judge the plan without applying it: the step for CI
#     make apply      plan, judge, ask what has to be asked, and apply exactly that plan
#     make destroy    the same for destroying everything
#
# Set these before the include, in the environment, or on the command line:
#
#     TFGUARD     the guard: a name on PATH, or a path     (tfguard)
#     TERRAFORM   what it guards: terraform, tofu, a path  (terraform)
#     TF_DIR      the folder of the root module            (.)
#     TF_ARGS     more arguments for terraform, such as -var-file=prod.tfvars
#
# TF_DIR, TFGUARD and TERRAFORM may hold spaces; TF_ARGS is split by the shell, so quote in it what
# holds spaces. Paths in TF_ARGS are relative to TF_DIR, as terraform's -chdir has it. The exit
# status of a recipe that failed stands in make's own message: "Error 3" means that tfguard wants a
# person to confirm (see tfguard(1)). -auto-approve in TF_ARGS drops terraform's question and none of
# tfguard's.
#
# Including this file runs nothing and leaves the including Makefile's default goal alone.

tfguard_default_goal := $(.DEFAULT_GOAL)

TFGUARD ?= tfguard
TERRAFORM ?= terraform
TF_DIR ?= .
TF_ARGS ?=

# One word for the shell, whatever the value holds.
tfguard_quote = '$(subst ','\'',$(1))'

# tfguard in front of terraform, in the folder of the root module.
tfguard_run = $(call tfguard_quote,$(TFGUARD)) $(call tfguard_quote,$(TERRAFORM)) \
    -chdir=$(call tfguard_quote,$(TF_DIR))

.PHONY: plan
plan:
	$(tfguard_run) plan $(TF_ARGS)

# The plan holds secrets: it is written where nobody else can read it, and removed; so terraform's
# advice to apply that file is not shown, and `plan` is for reading. tfguard judges the saved plan
# itself, which it reads twice: as terraform shows it, and as the file says.
.PHONY: check
check:
	@set -eu; umask 077; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	trap 'exit 130' INT; trap 'exit 143' TERM; trap 'exit 129' HUP; \
	$(call tfguard_quote,$(TERRAFORM)) -chdir=$(call tfguard_quote,$(TF_DIR)) \
	    plan -input=false -out="$$folder/plan" $(TF_ARGS) >/dev/null; \
	$(call tfguard_quote,$(TFGUARD)) check -terraform=$(call tfguard_quote,$(TERRAFORM)) \
	    -chdir=$(call tfguard_quote,$(TF_DIR)) "$$folder/plan"

.PHONY: apply
apply:
	$(tfguard_run) apply $(TF_ARGS)

.PHONY: destroy
destroy:
	$(tfguard_run) destroy $(TF_ARGS)

.DEFAULT_GOAL := $(tfguard_default_goal)
