//! What is wrong with the machine or its data, found before the node takes part in anything. Without this a node whose port is in use
//! takes another and says nothing, and one with the data of another chain has no peers.

use crate::service::{Executor, FullBackend, FullClient};
use bme_runtime::opaque::Block;
use sc_chain_spec::{BuildGenesisBlock, GenesisBlockBuilder};
use sc_client_api::{blockchain::Error as BlockchainError, HeaderBackend};
use sc_network::{multiaddr::Protocol, Multiaddr};
use sc_service::{Configuration, Error};
use sp_consensus_babe::{Slot, SlotDuration};
use sp_timestamp::Timestamp;
use std::{
	fs,
	io::{self, ErrorKind},
	net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener},
	path::Path,
	sync::Arc,
};

/// By how many slots the newest block may be ahead of the clock: others take it if it is ahead by one.
const SLOTS_AHEAD: u64 = 10;

/// Fails, with what to do, if the data folder cannot be written to or a port cannot be listened on.
pub fn check_host(config: &Configuration) -> Result<(), Error> {
	check_folder(config.base_path.path())?;
	addresses(config)
		.into_iter()
		.try_for_each(|(address, flag)| check_address(address, flag))
}

/// Each address that the node will listen on, and the flag that sets it.
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

fn tcp_address(address: &Multiaddr) -> Option<SocketAddr> {
	let mut parts = address.iter();
	let host = match parts.next()? {
		Protocol::Ip4(host) => IpAddr::from(host),
		Protocol::Ip6(host) => IpAddr::from(host),
		_ => return None,
	};
	match parts.next()? {
		Protocol::Tcp(port) => Some(SocketAddr::from((host, port))),
		_ => None,
	}
}

fn check_address(address: SocketAddr, flag: &str) -> Result<(), Error> {
	let port = address.port();
	match TcpListener::bind(address).map_err(|error| error.kind()) {
		Err(ErrorKind::AddrInUse) => Err(Error::Other(format!(
			"port {port} is in use. Stop what uses it, or choose another with `{flag}`"
		))),
		Err(ErrorKind::PermissionDenied) => Err(Error::Other(format!(
			"port {port} may not be listened on by this user. Choose one above 1023 with `{flag}`"
		))),
		// A machine without IPv6 has fewer addresses, and the node does with those.
		_ => Ok(()),
	}
}

fn check_folder(folder: &Path) -> Result<(), Error> {
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

/// What to do about a database that cannot be opened, which only says why.
pub fn explain_database(config: &Configuration, error: Error) -> Error {
	match error {
		Error::Client(BlockchainError::Backend(reason)) => Error::Other(format!(
			"the database in `{}` cannot be read: {reason}. If its disk is sound, remove the database with `bme-node purge-chain` \
			 and start again with `--sync warp`; the keys stay where they are",
			config.base_path.path().display()
		)),
		other => other,
	}
}

/// Fails if the database began with another genesis than the specification: the client goes on with what it finds.
pub fn check_genesis(
	config: &Configuration,
	client: &FullClient,
	backend: Arc<FullBackend>,
	executor: Executor,
) -> Result<(), Error> {
	let specification = config.chain_spec.as_storage_builder();
	let (genesis, _) =
		GenesisBlockBuilder::<Block, _, _>::new(specification, false, backend, executor)?.build_genesis_block()?;
	let (wanted, found) = (genesis.header.hash(), client.info().genesis_hash);
	if wanted == found {
		return Ok(());
	}
	Err(Error::Other(format!(
		"the database in `{}` began with the genesis block {found:?}, and the chain specification says {wanted:?}: one of them is \
		 of another chain. Give the right specification with `--chain`, another data folder with `--base-path`, or remove the \
		 database with `bme-node purge-chain`",
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
