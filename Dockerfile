# Wirethread as an image: built in one stage, run in another by a user without rights, with nothing
# written but /data. "docker run --read-only --tmpfs /tmp -v wirethread:/data -e DISCORD_TOKEN=… IMAGE"
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json /app/LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/src/preview/page/public ./src/preview/page/public
COPY --from=build /app/src/preview/newspaper/photos ./src/preview/newspaper/photos
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/src/main.js"]
