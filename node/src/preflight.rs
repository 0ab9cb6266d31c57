//! What is wrong with the machine or its data, found before the node takes part in anything. Without this a node whose port is in use
//! takes another and says nothing, and one with the data of another chain has no peers.

use crate::service::FullClient;
use bme_runtime::opaque::Block;
use sc_chain_spec::BuildGenesisBlock;
use sc_cli::Error as CliError;
use sc_client_api::{blockchain::Error as BlockchainError, HeaderBackend};
use sc_network::{multiaddr::Protocol, Multiaddr};
use sc_service::{Configuration, Error};
use sp_consensus_babe::{Slot, SlotDuration};
use sp_core::{
	crypto::{key_types, CryptoTypeId, KeyTypeId},
	ed25519,
	hexdisplay::HexDisplay,
	sr25519,
};
use sp_keystore::KeystorePtr;
use sp_timestamp::Timestamp;
use std::{
	fs,
	io::{self, ErrorKind},
	net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, UdpSocket},
	path::Path,
};

/// By how many slots the newest block may be ahead of the clock: others take it if it is ahead by one.
const SLOTS_AHEAD: u64 = 10;

/// Fails, with what to do, if a port cannot be listened on or is given twice.
pub fn check_ports(config: &Configuration) -> Result<(), Error> {
	let all = addresses(config);
	for (address, flag) in &all {
		let port = address.port();
		let taker = all
			.iter()
			.find(|(other, other_flag)| other_flag != flag && is_taken_by(address, other));
		if let Some((_, other_flag)) = taker {
			return Err(Error::Other(format!(
				"port {port} is given to both `{flag}` and `{other_flag}`"
			)));
		}
		explain_port(port, flag, TcpListener::bind(address).err())?;
	}
	for address in config.network.listen_addresses.iter().filter_map(udp_address) {
		explain_port(address.port(), "--port", UdpSocket::bind(address).err())?;
	}
	Ok(())
}

/// Each address on which the node will listen by TCP, and the flag that sets it.
fn addresses(config: &Configuration) -> Vec<(SocketAddr, &'static str)> {
	let rpc = match &config.rpc.addr {
		Some(endpoints) => endpoints.iter().map(|endpoint| endpoint.listen_addr).collect(),
		None => vec![SocketAddr::from((Ipv4Addr::LOCALHOST, config.rpc.port))],
	};
	let network = config.network.listen_addresses.iter().filter_map(tcp_address);
	let metrics = config.prometheus_config.iter().map(|metrics| metrics.port);

	rpc.into_iter()
		.map(|address| (address, "--rpc-port"))
		.chain(network.map(|address| (address, "--port")))
		.chain(metrics.map(|address| (address, "--prometheus-port")))
		.collect()
}

/// Whether listening on one address leaves no room for the other.
fn is_taken_by(one: &SocketAddr, other: &SocketAddr) -> bool {
	let is_same_port = one.port() != 0 && one.port() == other.port();
	let is_same_family = one.is_ipv4() == other.is_ipv4();
	let is_any = one.ip().is_unspecified() || other.ip().is_unspecified();
	is_same_port && (one.ip() == other.ip() || is_same_family && is_any)
}

fn tcp_address(address: &Multiaddr) -> Option<SocketAddr> {
	match host_and_rest(address)? {
		(host, Protocol::Tcp(port)) => Some(SocketAddr::from((host, port))),
		_ => None,
	}
}

fn udp_address(address: &Multiaddr) -> Option<SocketAddr> {
	match host_and_rest(address)? {
		(host, Protocol::Udp(port)) => Some(SocketAddr::from((host, port))),
		_ => None,
	}
}

fn host_and_rest(address: &Multiaddr) -> Option<(IpAddr, Protocol<'_>)> {
	let mut parts = address.iter();
	let host = match parts.next()? {
		Protocol::Ip4(host) => IpAddr::from(host),
		Protocol::Ip6(host) => IpAddr::from(host),
		_ => return None,
	};
	Some((host, parts.next()?))
}

/// What to do if this port could not be listened on.
fn explain_port(port: u16, flag: &str, failed: Option<io::Error>) -> Result<(), Error> {
	match failed.map(|error| error.kind()) {
		Some(ErrorKind::AddrInUse) => Err(Error::Other(format!(
			"port {port} is in use. Stop what uses it, or choose another with `{flag}`"
		))),
		Some(ErrorKind::PermissionDenied) => Err(Error::Other(format!(
			"port {port} may not be listened on by this user. Choose one above 1023 with `{flag}`"
		))),
		// A machine without IPv6 has fewer addresses, and the node does with those.
		_ => Ok(()),
	}
}

/// Fails if the data folder cannot be made or written to.
pub fn check_folder(folder: &Path) -> Result<(), Error> {
	write_into(folder).map_err(|error| {
		Error::Other(format!(
			"the data folder `{}` cannot be written to: {error}. Give it to the user that runs the node, or choose another with \
			 `--base-path`",
			folder.display()
		))
	})
}

fn write_into(folder: &Path) -> io::Result<()> {
	let probe = folder.join(".writable");
	fs::create_dir_all(folder)?;
	fs::write(&probe, [])?;
	fs::remove_file(probe)
}

/// What to do about a node key that is missing.
pub fn explain_node_key(error: CliError) -> CliError {
	match error {
		CliError::NetworkKeyNotFound(path) => CliError::Input(format!(
			"this validator has no node key at `{}`, by which others find it: make one with `bme-node key generate-node-key`, \
			 with the same `--chain` and `--base-path` and by the same user",
			path.display()
		)),
		other => other,
	}
}

/// What to do about a database that cannot be opened, which only says why.
pub fn explain_database(config: &Configuration, error: Error) -> Error {
	let Error::Client(BlockchainError::Backend(reason) | BlockchainError::StateDatabase(reason)) = error else {
		return error;
	};
	let remedy = if reason.contains("is in use") {
		"Another node runs on it: stop that one, or choose another folder with `--base-path`"
	} else if reason.contains("Permission denied") {
		"Give it to the user that runs the node"
	} else if reason.contains("pruning modes") {
		"How much it keeps was fixed when it was made: give the same `--state-pruning`, or choose another folder with `--base-path`"
	} else {
		"If its disk is sound, remove the database with `bme-node purge-chain`, with the same `--chain` and `--base-path`, and start \
		 again with `--sync warp`; the keys stay where they are"
	};
	Error::Other(format!(
		"the database in `{}` cannot be opened: {reason}. {remedy}",
		config.base_path.path().display()
	))
}

/// Fails if a session key is in the keystore that the node cannot use: it would author and vote nothing, and not say why.
pub fn check_keys(keystore: &KeystorePtr, folder: Option<&Path>) -> Result<(), Error> {
	const KINDS: [(KeyTypeId, CryptoTypeId); 3] = [
		(key_types::BABE, sr25519::CRYPTO_ID),
		(key_types::GRANDPA, ed25519::CRYPTO_ID),
		(key_types::AUTHORITY_DISCOVERY, sr25519::CRYPTO_ID),
	];
	let folder = folder.unwrap_or(Path::new("memory")).display();
	for (kind, scheme) in KINDS {
		let keys = keystore
			.keys(kind)
			.map_err(|error| Error::Other(format!("the session keys in `{folder}` cannot be listed: {error}")))?;
		for key in keys {
			let reason = match keystore.sign_with(kind, scheme, &key, b"readable") {
				Ok(Some(_)) => continue,
				Ok(None) => "the file is empty".into(),
				Err(error) => error.to_string(),
			};
			return Err(Error::Other(format!(
				"the session key 0x{} in `{folder}` cannot be used: {reason}. Its file must belong to the user that runs the node; \
				 remove it if the key is no longer in force",
				HexDisplay::from(&key),
			)));
		}
	}
	Ok(())
}

/// Fails if the database began with another genesis than the specification's: the client goes on with what it finds.
pub fn check_genesis(
	config: &Configuration,
	client: &FullClient,
	specified: impl BuildGenesisBlock<Block>,
) -> Result<(), Error> {
	let (genesis, _) = specified.build_genesis_block()?;
	let (wanted, found) = (genesis.header.hash(), client.info().genesis_hash);
	if wanted == found {
		return Ok(());
	}
	Err(Error::Other(format!(
		"the database in `{}` began with the genesis block {found:?}, and the chain specification says {wanted:?}: one of them is \
		 of another chain. Give the right specification with `--chain`, another data folder with `--base-path`, or remove the \
		 database with `bme-node purge-chain`, with the same `--chain` and `--base-path`",
		config.base_path.path().display()
	)))
}

/// Fails if the newest block of the database was made later than the clock says it is.
pub fn check_clock(client: &FullClient, slot_duration: SlotDuration) -> Result<(), Error> {
	let Some(header) = client.header(client.info().best_hash)? else {
		return Ok(());
	};
	let digest =
		sc_consensus_babe::find_pre_digest::<Block>(&header).map_err(|error| Error::Other(error.to_string()))?;
	let now = Slot::from_timestamp(Timestamp::current(), slot_duration);
	let ahead = u64::from(digest.slot()).saturating_sub(now.into());
	if ahead <= SLOTS_AHEAD {
		return Ok(());
	}
	let seconds = ahead.saturating_mul(slot_duration.as_millis()) / 1_000;
	Err(Error::Other(format!(
		"the clock of this machine is behind: block {} of the database is of {seconds} seconds later. Set the clock, and keep it \
		 synchronised (`timedatectl set-ntp true`)",
		header.number
	)))
}
