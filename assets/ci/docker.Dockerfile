# Written by `quoin new --ci docker`. It is yours: quoin never writes it again.
#
#   docker build --tag quoin .
#   docker run --rm --init --cap-add=SYS_ADMIN --volume "$PWD:/work" quoin build @PUBLICATION@
#
# The browser's sandbox needs user namespaces, which Docker forbids: --cap-add=SYS_ADMIN allows the container to make them, not the
# user in it, who is not root. Podman allows them as it is. Without them quoin builds, and the container alone is the sandbox.
FROM node:22-bookworm-slim

# git dates a publication that has no date of its own, and lays out commits for `quoin diff`.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory '*'

# What npm installs: a version, an address.
ARG QUOIN=@QUOIN@
RUN npm install --global "$QUOIN" && npm cache clean --force

# User 1000, whose folder on most machines the volume is: files that are made belong to him.
USER node
WORKDIR /work
ENTRYPOINT ["quoin"]
CMD ["build", @PUBLICATION@]
