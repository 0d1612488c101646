#!/bin/sh
# Makes a certificate authority of your own, and with it the certificates of the KurrentDB nodes and the Kafka brokers
# of compose.yaml. KurrentDB wants one common name on all nodes, use both as server and as client, and the name by which
# a node is called. Run again, it makes new certificates for the servers and keeps the authority.
#
#   sudo sh infra/compose/make-certificates.sh [folder]        (default: certificates, beside this file)
#
# For trial and acceptance. For real use the certificates come from the authority of your organisation.
set -eu
umask 077

here=$(cd "$(dirname "$0")" && pwd)
to=${1:-$here/certificates}
days=397
# The account of the servers in the images of KurrentDB and Kafka; nobody else may read their keys.
server_account=1000

if ! command -v openssl >/dev/null; then
  echo 'openssl ontbreekt | openssl is missing. Debian: apt-get install openssl' >&2
  exit 1
fi
if [ "$(id -u)" != 0 ] && [ "$(id -u)" != "$server_account" ]; then
  echo "Start dit met sudo: de sleutels zijn van gebruiker $server_account | run it with sudo: the keys are of user $server_account." >&2
  exit 1
fi

make_authority() {
  mkdir -p "$to/authority" "$to/ca"
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days 1826 -subj '/O=Intekenboek/CN=Intekenboek trial authority' \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout "$to/authority/ca.key" -out "$to/ca/ca.crt" 2>/dev/null
  echo "$to/ca/ca.crt"
}

# One folder per server, so that each sees no key but its own.
make_server() {
  name=$1
  common_name=$2
  folder=$to/$name
  mkdir -p "$folder"
  openssl req -new -newkey rsa:3072 -nodes -subj "/O=Intekenboek/CN=$common_name" \
    -keyout "$folder/node.key" -out "$folder/node.csr" 2>/dev/null
  cat > "$folder/node.ext" <<EXTENSIONS
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
extendedKeyUsage=serverAuth,clientAuth
subjectAltName=DNS:$name,DNS:localhost,IP:127.0.0.1
EXTENSIONS
  openssl x509 -req -sha256 -days $days -in "$folder/node.csr" -extfile "$folder/node.ext" \
    -CA "$to/ca/ca.crt" -CAkey "$to/authority/ca.key" -set_serial "0x$(openssl rand -hex 16)" \
    -out "$folder/node.crt" 2>/dev/null
  # Kafka reads the key and the certificate from one file.
  cat "$folder/node.key" "$folder/node.crt" > "$folder/node.pem"
  rm "$folder/node.csr" "$folder/node.ext"
  if [ "$(id -u)" = 0 ]; then chown -R "$server_account:$server_account" "$folder"; fi
  echo "$folder"
}

mkdir -p "$to"
if [ ! -f "$to/authority/ca.key" ]; then make_authority; fi
# What is public may be read by every service; the keys are in folders of their own.
chmod 755 "$to" "$to/ca"
chmod 644 "$to/ca/ca.crt"

for number in 1 2 3; do
  make_server "kurrentdb-$number" kurrentdb-node
  make_server "kafka-$number" "kafka-$number"
done
