//! What the browser keeps for the page, in its database. Each piece of business opens it and closes it again, so that
//! no page stands in the way of another that deletes everything.

use js_sys::{Array, Date, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbObjectStoreParameters, IdbOpenDbRequest,
    IdbRequest, IdbTransaction, IdbTransactionMode,
};

use crate::app::plain;
use crate::app::saved::Saved;
use crate::app::shelf::{Entry, Record, Snapshot, Ticket, Trouble};

const NAME: &str = "gangmu";
const VERSION: u32 = 1;

/// Records in JSON, by number.
const REPORTS: &str = "reports";
/// Texts, by the numbers of their records: a text need not be written again when only the work on it has changed.
const TEXTS: &str = "texts";

/// A kept report.
pub type Kept = (Entry, String, Saved);

/// How it went with a report that was to be kept.
pub enum Outcome {
    /// It is kept.
    Kept(Entry),
    /// Another page has deleted the report.
    Deleted(u32),
    /// Another page has deleted everything.
    Forgotten,
}

/// Begins to keep: from here on the database is there.
pub async fn begin() -> Result<(), Trouble> {
    if let Some(database) = open(true).await? {
        database.close();
    }
    Ok(())
}

/// What is kept; nothing where nobody asked for it.
pub async fn look() -> Result<Option<Vec<Entry>>, Trouble> {
    let Some(database) = open(false).await? else { return Ok(None) };
    let found = list(&database).await;
    database.close();
    found.map(Some)
}

async fn list(database: &IdbDatabase) -> Result<Vec<Entry>, Trouble> {
    let business = Business::begin(database, IdbTransactionMode::Readonly)?;
    let reports = business.store(REPORTS)?;
    let ids = Array::from(&answer(reports.get_all_keys()).await?);
    let records = Array::from(&answer(reports.get_all()).await?);
    let entry = |(id, record): (JsValue, JsValue)| Some(Entry::new(id.as_f64()? as u32, &parse(&record)?));
    Ok(ids.iter().zip(records.iter()).filter_map(entry).collect())
}

/// A kept report; nothing if it is there no more.
pub async fn fetch(id: u32) -> Result<Option<Kept>, Trouble> {
    let Some(database) = open(false).await? else { return Ok(None) };
    let kept = take(&database, id).await;
    database.close();
    kept
}

async fn take(database: &IdbDatabase, id: u32) -> Result<Option<Kept>, Trouble> {
    let business = Business::begin(database, IdbTransactionMode::Readonly)?;
    let record = answer(business.store(REPORTS)?.get(&id.into())).await?;
    let text = answer(business.store(TEXTS)?.get(&id.into())).await?;
    let kept = parse(&record).zip(text.as_string());
    Ok(kept.map(|(record, text)| (Entry::new(id, &record), text, record.work)))
}

/// Keeps a report as it was at one moment. `has_text`: its text is kept already.
pub async fn keep(report: &Snapshot, ticket: Option<Ticket>, has_text: bool) -> Result<Outcome, Trouble> {
    let Some(database) = open(false).await? else { return Ok(Outcome::Forgotten) };
    let outcome = put(&database, report, ticket, has_text).await;
    database.close();
    outcome
}

async fn put(
    database: &IdbDatabase,
    report: &Snapshot,
    ticket: Option<Ticket>,
    has_text: bool,
) -> Result<Outcome, Trouble> {
    let business = Business::begin(database, IdbTransactionMode::Readwrite)?;
    let (reports, texts) = (business.store(REPORTS)?, business.store(TEXTS)?);
    let mut known = None;
    if let Some(Ticket { id, turn }) = ticket {
        let Some(record) = parse(&answer(reports.get(&id.into())).await?) else { return Ok(Outcome::Deleted(id)) };
        // What another page made of it in the meantime stays; this one is kept beside it.
        known = (record.turn == turn).then_some(id);
    }
    let turn = ticket.filter(|_| known.is_some()).map_or(0, |ticket| ticket.turn) + 1;
    let name = report.name.as_deref().map(str::to_owned);
    let work = Saved::new(name, (*report.corrections).clone(), report.view.clone());
    let record = Record { title: report.title.clone(), when: Date::now(), turn, about: report.about.clone(), work };
    let id = match known {
        Some(id) => answer(reports.put_with_key(&plain::write(&record).into(), &id.into())).await?,
        None => answer(reports.put(&plain::write(&record).into())).await?,
    };
    if !has_text || known.is_none() {
        texts.put_with_key(&report.document.source().into(), &id).map_err(trouble)?;
    }
    business.end().await?;
    Ok(Outcome::Kept(Entry::new(id.as_f64().unwrap_or_default() as u32, &record)))
}

/// Deletes a kept report.
pub async fn delete(id: u32) -> Result<(), Trouble> {
    let Some(database) = open(false).await? else { return Ok(()) };
    let deleted = strike(&database, id).await;
    database.close();
    deleted
}

async fn strike(database: &IdbDatabase, id: u32) -> Result<(), Trouble> {
    let business = Business::begin(database, IdbTransactionMode::Readwrite)?;
    for store in [REPORTS, TEXTS] {
        business.store(store)?.delete(&id.into()).map_err(trouble)?;
    }
    business.end().await
}

/// Deletes everything: no database is left.
pub async fn forget() -> Result<(), Trouble> {
    let factory = databases()?;
    answer(factory.delete_database(NAME).map(JsCast::unchecked_into)).await.map(drop)
}

/// The browser's databases, on the page's thread or another.
fn databases() -> Result<IdbFactory, Trouble> {
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).ok().filter(JsValue::is_truthy);
    factory.map(JsCast::unchecked_into).ok_or(Trouble::Blocked)
}

/// Opens the database, and makes it if `make`; else nothing comes of one that is not there.
async fn open(make: bool) -> Result<Option<IdbDatabase>, Trouble> {
    let request: IdbOpenDbRequest = databases()?.open_with_u32(NAME, VERSION).map_err(trouble)?;
    let asked = Promise::new(&mut |resolve, reject| {
        request.set_onupgradeneeded(Some(&resolve));
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    let event = JsFuture::from(asked).await.map_err(|_| refusal(&request))?;
    if event.unchecked_into::<Event>().type_() == "upgradeneeded" {
        if !make {
            // What is not finished is never made.
            request.transaction().and_then(|transaction| transaction.abort().ok());
            let _ = answer(Ok(request.unchecked_into())).await;
            return Ok(None);
        }
        let database: IdbDatabase = request.result().map_err(trouble)?.unchecked_into();
        let numbered = IdbObjectStoreParameters::new();
        numbered.set_auto_increment(true);
        database.create_object_store_with_optional_parameters(REPORTS, &numbered).map_err(trouble)?;
        database.create_object_store(TEXTS).map_err(trouble)?;
        return answer(Ok(request.unchecked_into())).await.map(|database| Some(database.unchecked_into()));
    }
    request.result().map(|database| Some(database.unchecked_into())).map_err(trouble)
}

/// What is done as one: all of it or nothing.
struct Business {
    transaction: IdbTransaction,
}

impl Business {
    fn begin(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<Self, Trouble> {
        let stores = Array::of2(&REPORTS.into(), &TEXTS.into());
        let transaction = database.transaction_with_str_sequence_and_mode(&stores, mode).map_err(trouble)?;
        Ok(Self { transaction })
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, Trouble> {
        self.transaction.object_store(name).map_err(trouble)
    }

    /// Waits until it is done.
    async fn end(self) -> Result<(), Trouble> {
        let done = Promise::new(&mut |resolve, reject| {
            self.transaction.set_oncomplete(Some(&resolve));
            self.transaction.set_onabort(Some(&reject));
        });
        let done = JsFuture::from(done).await;
        done.map(drop).map_err(|_| self.transaction.error().map_or(Trouble::Blocked, |error| kind(&error)))
    }
}

/// Waits for the answer to a request.
async fn answer(request: Result<IdbRequest, JsValue>) -> Result<JsValue, Trouble> {
    let request = request.map_err(trouble)?;
    let asked = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(asked).await.map_err(|_| refusal(&request))?;
    request.result().map_err(trouble)
}

fn refusal(request: &IdbRequest) -> Trouble {
    request.error().ok().flatten().map_or(Trouble::Blocked, |error| kind(&error))
}

fn trouble(error: JsValue) -> Trouble {
    error.dyn_ref::<DomException>().map_or(Trouble::Blocked, kind)
}

fn kind(error: &DomException) -> Trouble {
    if error.name() == "QuotaExceededError" { Trouble::Full } else { Trouble::Blocked }
}

fn parse(record: &JsValue) -> Option<Record> {
    plain::read(&record.as_string()?)
}
